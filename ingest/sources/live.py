"""The live register behind the assistant's tool: one record at a time, remembered for a while."""

import time
from collections.abc import Callable
from datetime import date
from threading import Lock

from ingest.sources.errors import SourceError
from ingest.sources.json_api import RegisterApi
from ingest.sources.polite import Manners
from register.library import AnyRecord
from register.qualification import Qualification

QUICK = Manners(per_second=5.0, attempts=1, timeout=3.0, largest_answer=5_000_000)
_MOST_KEPT = 1_000


class LiveRegister:
    """Reads qualifications from the register now; safe to share between threads.

    ``fetch`` raises ``OSError`` when the register is down, which is then left alone for ``rest`` seconds.
    Answers are kept for ``keep`` seconds.
    """

    def __init__(
        self,
        api: RegisterApi,
        *,
        keep: float = 600.0,
        rest: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._api, self._keep, self._rest = api, keep, rest
        self._clock, self._today = clock, today
        self._kept: dict[str, tuple[float, Qualification | None]] = {}
        self._down_until = float("-inf")
        self._lock = Lock()

    @classmethod
    def at(cls, base_url: str, manners: Manners = QUICK) -> "LiveRegister":
        """Make one for the register at ``base_url`` with a short timeout and a single attempt."""
        return cls(RegisterApi.at(base_url, manners))

    def fetch(self, record_id: str) -> Qualification | None:
        """Return the qualification as the register holds it now, under the id asked for, or ``None``."""
        with self._lock:
            now = self._clock()
            stored, found = self._kept.get(record_id, (float("-inf"), None))
            if now - stored < self._keep:
                return found
            if now < self._down_until:
                raise SourceError("the register did not answer a moment ago")
            answer = self._ask(record_id)
            found = answer.model_copy(update={"id": record_id}) if answer else None
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[record_id] = (now, found)
            return found

    def close(self) -> None:
        """Let go of the connections."""
        self._api.close()

    def _ask(self, record_id: str) -> Qualification | None:
        key = record_id.removeprefix("zrk:")
        try:
            return self._by_number(int(key)) if key.isdecimal() and len(key) < 6 else self._by_code(key)
        except OSError:
            self._down_until = self._clock() + self._rest
            raise

    def _by_number(self, number: int) -> Qualification | None:
        mapped = self._api.fetch_one(number, self._today())
        records: list[AnyRecord] = mapped.records if mapped else []
        return next((one for one in records if isinstance(one, Qualification)), None)

    def _by_code(self, code: str) -> Qualification | None:
        found = self._api.search(code, self._today()).records
        return next((one for one in found if isinstance(one, Qualification) and one.code == code), None)
