"""What a user's words may mean in the records: candidates only, never a decision."""

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


def candidates(field: ProfileField, text: str, index: RecordIndex, table: Table) -> tuple[Link, ...]:
    """Return at most three meanings of ``text``: statements for a skill, records for a qualification or experience.

    A skill is compared with every outcome and task (``phrases``); the rest is asked of the index. Raises
    ``RecordIndexError``.
    """
    if field is ProfileField.SKILLS:
        return _statements(text, table)
    if (kind := _TYPES.get(field)) is None:
        return ()
    query = SearchQuery(text, limit=MOST_CANDIDATES, filters=Filters(types=frozenset({kind})), interpret=False)
    hits = index.search(query).hits
    return tuple(Link(id=hit.record.id, text=hit.record.name[:300]) for hit in hits if hit.confidence >= SURE_FROM)


def _statements(text: str, table: Table) -> tuple[Link, ...]:
    likeness = table.phrases.like(text)
    best = sorted(range(len(likeness)), key=lambda place: (-likeness[place], place))[:MOST_CANDIDATES]
    return tuple(table.statement_links[place] for place in best if likeness[place] >= PARTLY_FROM)
