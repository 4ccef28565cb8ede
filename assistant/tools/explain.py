"""``explain_system``: rules and notions of the qualifications system."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from assistant.tools.search import search
from register.facts import SystemFact
from register.library import AnyRecord
from register.vocabulary import RecordType
from retrieval.analysis import fold, normalise
from retrieval.protocol import Filters, RecordIndex

_WORD = re.compile(r"\w+")
_SEEN = 10
"""Among so many the rule is looked for that is asked in its own words; behind them it hardly stands."""


class ExplainSystem(BaseModel):
    """Explain a rule or notion of the Polish qualifications system (courses, exams, levels, validity, recognition).

    Also says what the register does not hold, and what is an entitlement under other laws.
    """

    model_config = ConfigDict(title="explain_system", extra="forbid")

    question: str = Field(min_length=1, max_length=500, description="the question, in the user's words")
    limit: int = Field(4, ge=1, le=10)
    ids: list[str] = Field(default_factory=list, max_length=5, description="fact: ids to read besides")


def explain_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: ExplainSystem, _desk: Desk) -> Found:
        filters = Filters(types=frozenset({RecordType.SYSTEM_FACT}))
        found = search(index, arguments.question, max(arguments.limit, _SEEN), filters, interpret=False)
        return _and_these(
            _asked_so_first(found, _words(arguments.question), arguments.limit), index.get_many(arguments.ids)
        )

    return Tool("explain_system", ExplainSystem, run, of_rules=True)


def _asked_so_first(found: Found, question: str, limit: int) -> Found:
    """Put the rules in front whose title or wording is the question itself, and keep ``limit``.

    «Co to jest PRK?» is asked of one rule, though every rule about a level has the word more often.
    """
    ranked = sorted(
        zip(found.records, found.confidences, strict=True), key=lambda pair: question not in _wordings(pair[0])
    )[:limit]
    records, confidences = (tuple(part) for part in zip(*ranked, strict=True)) if ranked else ((), ())
    return Found(records, confidences, found.notes)


def _and_these(found: Found, records: Iterable[AnyRecord]) -> Found:
    """Put the rules among ``records`` that were not found behind those that were; the search vouches for none."""
    known = {record.id for record in found.records}
    added = tuple(record for record in records if isinstance(record, SystemFact) and record.id not in known)
    return Found((*found.records, *added), (*found.confidences, *(0.0 for _ in added)), found.notes)


def _wordings(record: AnyRecord) -> frozenset[str]:
    if not isinstance(record, SystemFact):
        return frozenset()
    asked = (wording for wordings in record.questions.values() for wording in wordings)
    return frozenset(map(_words, (*asked, *filter(None, record.title.model_dump().values()))))


@lru_cache(maxsize=4_096)
def _words(text: str) -> str:
    """Return the words without case, diacritics and marks."""
    return " ".join(_WORD.findall(fold(normalise(text))))
