"""A sampled share of turns, kept for monitoring: one JSON object a line, personal data masked, off by default.

What is kept here is scored elsewhere (``zeterka eval monitor``); a conversation that is deleted is deleted here too.
"""

import json
import logging
import os
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from filelock import FileLock

from assistant.answer import Answer
from guardrails.personal import PersonalData
from register.evidence import Evidence
from ui.settings import Settings

FILE = "sampled_turns.jsonl"
MOST_EVIDENCE = 64_000
_log = logging.getLogger(__name__)


class Sample:
    """Draws turns by chance and appends them; several workers share the file, and the hour's cap by equal parts."""

    def __init__(
        self,
        settings: Settings,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._path = settings.data_dir / FILE
        self._share, self._chance, self._clock = settings.sample_share, chance, clock
        self._cap = max(1, settings.sample_per_hour // settings.workers)
        self._hour, self._kept = "", 0
        self._mask = PersonalData()

    def draws(self) -> bool:
        """Tell whether the turn that just ended is kept, and count it against the hour."""
        if not self._share or self._chance() >= self._share:
            return False
        hour = self._clock().isoformat(timespec="hours")
        self._hour, self._kept = hour, self._kept if hour == self._hour else 0
        self._kept += 1
        return self._kept <= self._cap

    def keep(self, message: str, answer: Answer, read: Sequence[Evidence], seconds: float) -> None:
        """Append one turn with what it ``read``; a disk that refuses is logged: the user's turn must not fail for it.

        Evidence is kept up to ``MOST_EVIDENCE`` letters, what is cited first; ``evidence_cut``: some was left out.
        """
        kept = _within_bounds(read, {one.record_id for one in answer.citations})
        line = {
            "at": self._clock().isoformat(timespec="seconds"),
            "thread_id": answer.thread_id,
            "turn": answer.turn,
            "message": message,
            "ms": round(seconds * 1_000, 3),
            "answer": answer.model_dump(mode="json", exclude={"thread_id", "turn", "prompts"}),
            "evidence": [one.model_dump(mode="json") for one in kept],
            "evidence_cut": len(kept) < len(read),
        }
        try:
            with self._locked(), _private(self._path, os.O_APPEND) as file:
                file.write(f"{json.dumps(self._masked(line), ensure_ascii=False)}\n".encode())
        except OSError as error:
            _log.warning("a sampled turn could not be kept: %s", error)

    def forget(self, thread_id: str) -> None:
        """Delete what was kept of a conversation; raises ``OSError``."""
        if not self._path.is_file():
            return
        with self._locked():
            lines = self._path.read_bytes().splitlines(keepends=True)
            others = [line for line in lines if _thread_of(line) != thread_id]
            if len(others) < len(lines):
                aside = self._path.with_suffix(".new")
                with _private(aside, os.O_TRUNC) as file:
                    file.writelines(others)
                aside.replace(self._path)

    def _locked(self) -> FileLock:
        return FileLock(self._path.with_suffix(".lock"), timeout=5)

    def _masked(self, value: Any, name: str = "") -> Any:
        """Mask every text; addresses and ids are the register's own or ours."""
        if isinstance(value, dict):
            return {key: self._masked(one, key) for key, one in value.items()}
        if isinstance(value, list):
            return [self._masked(one, name) for one in value]
        own = name in ("at", "thread_id", "url", "record_id", "as_of", "handle", "kind")
        return self._mask(value).text if isinstance(value, str) and not own else value


def _within_bounds(read: Sequence[Evidence], cited: set[str]) -> list[Evidence]:
    """Return the evidence that fits, cited records first."""
    kept: list[Evidence] = []
    letters = 0
    for one in sorted(read, key=lambda item: item.record_id not in cited):
        letters += len(one.model_dump_json())
        if letters > MOST_EVIDENCE:
            break
        kept.append(one)
    return kept


def _private(path: Path, how: int) -> BinaryIO:
    """Open for writing what nobody but the server's user may read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600), "wb")


def _thread_of(line: bytes) -> str:
    try:
        return str(json.loads(line)["thread_id"])
    except (ValueError, KeyError, TypeError):
        return ""
