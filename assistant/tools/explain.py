"""``explain_system``: rules and notions of the qualifications system."""

import re
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


def explain_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: ExplainSystem, _desk: Desk) -> Found:
        filters = Filters(types=frozenset({RecordType.SYSTEM_FACT}))
        found = search(index, arguments.question, max(arguments.limit, _SEEN), filters, interpret=False)
        return _asked_so_first(found, _words(arguments.question), arguments.limit)

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


def _wordings(record: AnyRecord) -> frozenset[str]:
    if not isinstance(record, SystemFact):
        return frozenset()
    asked = (wording for wordings in record.questions.values() for wording in wordings)
    return frozenset(map(_words, (*asked, *filter(None, record.title.model_dump().values()))))


@lru_cache(maxsize=4_096)
def _words(text: str) -> str:
    """Return the words without case, diacritics and marks."""
    return " ".join(_WORD.findall(fold(normalise(text))))
