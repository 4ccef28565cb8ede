"""What the searching tools share."""

from assistant.toolbox import Found
from retrieval.protocol import Filters, RecordIndex, SearchQuery


def search(index: RecordIndex, text: str, limit: int, filters: Filters) -> Found:
    """Search and hand the hits over with their confidence and what was read out of the words."""
    result = index.search(SearchQuery(text, limit=limit, filters=filters))
    return Found(
        records=tuple(hit.record for hit in result.hits),
        confidences=tuple(round(hit.confidence, 3) for hit in result.hits),
        notes=result.notes,
    )
