"""``search_qualifications`` and ``get_qualification``."""

import asyncio
import logging
from collections.abc import Iterable
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from assistant.tools.search import search
from register.overlay import overlay
from register.qualification import Qualification
from register.vocabulary import QualificationCategory, QualificationKind, RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

_log = logging.getLogger(__name__)
_PLACES: dict[QualificationCategory | None, int] = {
    category: place
    for place, category in enumerate(
        (
            QualificationCategory.MARKET,
            QualificationCategory.SECTORAL,
            QualificationCategory.CRAFT,
            QualificationCategory.REGULATED,
            QualificationCategory.SCHOOL,
        )
    )
}
"""Which categories come first in a list of all."""


class LiveRegister(Protocol):
    """The register's own API, where an operator has switched it on."""

    def fetch(self, record_id: str) -> Qualification | None:
        """Return one qualification as the register holds it now, or ``None``; raises ``OSError`` when it is down."""
        ...


class SearchQualifications(BaseModel):
    """Find qualifications of the register by name, code, everyday words or what the holder can do."""

    model_config = ConfigDict(title="search_qualifications", extra="forbid")

    query: str = Field(min_length=1, max_length=500, description="what to look for")
    limit: int = Field(5, ge=1, le=40)
    prk_levels: list[int] = Field(default_factory=list, max_length=8, description="levels 1-8 to keep")
    categories: list[QualificationCategory] = Field(default_factory=list)
    kind: QualificationKind | None = None
    available: bool = Field(False, description="only those one can apply for now")
    every: bool = Field(False, description="list all that meet the other conditions instead, whatever the query")
    branch: str = Field("", pattern=r"^([A-Z]{3})?$", description="with every: code of a branch of schooling")
    valid_years: int = Field(0, ge=0, le=50, description="with every: valid for so many years")
    indefinite: bool = Field(False, description="with every: valid without a limit of time")


class GetQualification(BaseModel):
    """Read one qualification whole, by its record id (``zrk:INF.03``) or code (``INF.03``)."""

    model_config = ConfigDict(title="get_qualification", extra="forbid")

    id: str = Field(min_length=1, max_length=100)


def search_qualifications_tool(index: RecordIndex) -> Tool:
    """Build the searching tool over ``index``."""

    async def run(arguments: SearchQualifications, _desk: Desk) -> Found:
        filters = Filters(
            types=frozenset({RecordType.QUALIFICATION}),
            kinds=frozenset({arguments.kind} if arguments.kind else ()),
            categories=frozenset(arguments.categories),
            prk_levels=frozenset(arguments.prk_levels),
            obtainable=arguments.available,
        )
        if arguments.every:
            return _every(index.records(filters), arguments)
        return search(index, arguments.query, arguments.limit, filters)

    return Tool("search_qualifications", SearchQualifications, run)


def _every(records: Iterable[object], arguments: SearchQualifications) -> Found:
    """All of ``records`` that are valid as long as asked: entries of their own before those of schools, then by name.

    ``data`` says how many there are, whatever the limit.
    """
    fitting = [one for one in records if isinstance(one, Qualification) and _valid_so(one, arguments)]
    by_code = bool(arguments.branch)
    fitting.sort(key=lambda one: (_PLACES.get(one.category, len(_PLACES)), one.code if by_code else one.name, one.id))
    shown = tuple(fitting[: arguments.limit])
    return Found(shown, tuple(1.0 for _ in shown), (f"total:{len(fitting)}",), data={"total": len(fitting)})


def _valid_so(one: Qualification, arguments: SearchQualifications) -> bool:
    if arguments.branch and not one.code.startswith(f"{arguments.branch}."):
        return False
    if arguments.indefinite:
        return one.validity is not None and one.validity.indefinite
    return not arguments.valid_years or (one.validity is not None and one.validity.years == arguments.valid_years)


def get_qualification_tool(index: RecordIndex, live: LiveRegister | None = None) -> Tool:
    """Build the reading tool: the live register first where there is one, the index where it fails.

    Where a live register is configured, the result's note says what became of it: ``live:used``, ``live:down``
    or ``live:missing``.
    """

    async def run(arguments: GetQualification, _desk: Desk) -> Found:
        stored = stored_qualification(index, arguments.id.strip())
        if live is None:
            return _one(stored)
        record_id = stored.id if stored else _record_id(arguments.id)
        try:
            current = await asyncio.to_thread(live.fetch, record_id)
        except OSError as error:
            _log.warning("live register: %s", error)
            return _one(stored, "live:down")
        if current is None:
            return _one(stored, "live:missing")
        return _one(_laid_over(stored, current), "live:used")

    return Tool("get_qualification", GetQualification, run)


def _laid_over(stored: Qualification | None, current: Qualification) -> Qualification:
    """The live record, with what only the index holds (parts, plain summary, everyday words)."""
    merged = overlay(stored, current) if stored else current
    return merged if isinstance(merged, Qualification) else current


def stored_qualification(index: RecordIndex, wanted: str) -> Qualification | None:
    """Return a qualification by record id or code (``INF.03``), or ``None``."""
    record = index.get(_record_id(wanted))
    if record is None:
        filters = Filters(types=frozenset({RecordType.QUALIFICATION}))
        hits = index.search(SearchQuery(wanted, limit=1, filters=filters)).hits
        record = hits[0].record if hits and _same_code(hits[0].record, wanted) else None
    return record if isinstance(record, Qualification) else None


def _record_id(wanted: str) -> str:
    return wanted if ":" in wanted else f"zrk:{wanted.rstrip('.').upper()}"


def _same_code(record: object, wanted: str) -> bool:
    code = _plain(wanted.removeprefix("zrk:"))
    return isinstance(record, Qualification) and code in (_plain(record.code), str(record.register_id))


def _plain(code: str) -> str:
    return "".join(character for character in code.casefold() if character.isalnum())


def _one(record: Qualification | None, *notes: str) -> Found:
    return Found((record,), (1.0,), notes) if record else Found(notes=notes)
