"""What the searching tools share."""

from assistant.toolbox import Found
from retrieval.protocol import Filters, RecordIndex, SearchQuery


def search(index: RecordIndex, text: str, limit: int, filters: Filters, *, interpret: bool = True) -> Found:
    """Search and hand the hits over with their confidence and what was read out of the words.

    ``interpret`` lets the search read filters of qualifications out of the words; rules and institutions have none.
    """
    result = index.search(SearchQuery(text, limit=limit, filters=filters, interpret=interpret))
    return Found(
        records=tuple(hit.record for hit in result.hits),
        confidences=tuple(round(hit.confidence, 3) for hit in result.hits),
        notes=result.notes,
    )
