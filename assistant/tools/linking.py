"""What a user's words may mean in the records or in ESCO: candidates only, never a decision."""

from typing import Protocol

from assistant.advice.matching.competences import PARTLY_FROM
from assistant.advice.matching.table import Table
from assistant.advice.profile import Link, ProfileField
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

MOST_CANDIDATES = 3
SURE_FROM = 0.5
_TYPES = {
    ProfileField.QUALIFICATIONS: RecordType.QUALIFICATION,
    ProfileField.EXPERIENCE: RecordType.OCCUPATION,
}


class SkillNames(Protocol):
    """The skills of ESCO, where an operator has brought them or has switched its API on."""

    def skills(self, text: str, most: int, language: str) -> tuple[tuple[str, str], ...]:
        """Return address and name of at most ``most`` skills that ``text`` may mean; none where none can be had."""
        ...


def candidates(
    field: ProfileField, text: str, index: RecordIndex, table: Table, esco: SkillNames | None, language: str
) -> tuple[Link, ...]:
    """Return at most three meanings of ``text``: skills or statements for a skill, records for the other fields.

    A skill is compared with ESCO where there is one, and with every outcome and task (``phrases``); of the latter
    one is kept beside ESCO's, for a gap is reckoned by them. The rest is asked of the index. Raises
    ``RecordIndexError``.
    """
    if field is ProfileField.SKILLS:
        return _skills(text, table, esco, language)
    if (kind := _TYPES.get(field)) is None:
        return ()
    query = SearchQuery(text, limit=MOST_CANDIDATES, filters=Filters(types=frozenset({kind})), interpret=False)
    hits = index.search(query).hits
    return tuple(Link(id=hit.record.id, text=hit.record.name[:300]) for hit in hits if hit.confidence >= SURE_FROM)


def _skills(text: str, table: Table, esco: SkillNames | None, language: str) -> tuple[Link, ...]:
    found = esco.skills(text, MOST_CANDIDATES - 1, language) if esco else ()
    named = tuple(Link(id=f"esco:{uri}", text=f"{name[:280]} (ESCO)") for uri, name in found)
    return (*named, *_statements(text, table)[: MOST_CANDIDATES - len(named)])


def _statements(text: str, table: Table) -> tuple[Link, ...]:
    likeness = table.phrases.like(text)
    best = sorted(range(len(likeness)), key=lambda place: (-likeness[place], place))[:MOST_CANDIDATES]
    return tuple(table.statement_links[place] for place in best if likeness[place] >= PARTLY_FROM)
