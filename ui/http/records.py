"""Records: search, one by id, similar ones, two side by side."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Response

from assistant.advice.comparing import compare_statements
from assistant.tools.compare import as_json
from register.library import AnyRecord, to_json
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import Language, QualificationCategory, QualificationKind
from ui.card import card
from ui.http.service import TheService
from ui.records import name_in, record_of
from ui.searching import filters_of, find, found_as_json, hit_as_json, title_of

router = APIRouter(prefix="/api/v1", tags=["records"])
Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/search")
def search(
    service: TheService,
    q: Annotated[str, Query(min_length=1, max_length=1_000)],
    limit: Limit = 10,
    prk: Annotated[list[Annotated[int, Query(ge=1, le=8)]] | None, Query()] = None,
    category: Annotated[list[QualificationCategory] | None, Query()] = None,
    kind: QualificationKind | None = None,
    available: bool = False,
) -> dict[str, Any]:
    """Find records by name, code or everyday words."""
    filters = filters_of(prk or (), category or (), kind, available=available)
    return found_as_json(find(service.index, q, limit, filters))


@router.get("/qualifications/{record_id}")
def qualification(record_id: str, service: TheService) -> Response:
    """Return one qualification as it is kept."""
    return _as_kept(_wanted(service, record_id, Qualification, "zrk"))


@router.get("/qualifications/{record_id}/similar")
def similar(record_id: str, service: TheService, limit: Annotated[int, Query(ge=1, le=20)] = 5) -> dict[str, Any]:
    """Return qualifications of like character."""
    found = _wanted(service, record_id, Qualification, "zrk")
    return {"record_id": found.id, "hits": [hit_as_json(hit) for hit in service.index.similar(found.id, limit)]}


@router.get("/occupations/{record_id:path}")
def occupation(record_id: str, service: TheService) -> Response:
    """Return one occupation as it is kept."""
    return _as_kept(_wanted(service, record_id, Occupation, "kzis"))


@router.get("/compare")
def compare(
    service: TheService,
    ids: Annotated[str, Query(max_length=500, description="Two to four record ids, by commas.")],
    language: Language = Language.PL,
) -> dict[str, Any]:
    """Put records side by side, field by field; a field that one of them lacks is ``null`` there."""
    wanted = [part for part in ids.split(",") if part.strip()]
    if not 2 <= len(wanted) <= 4:
        raise HTTPException(422, "name two to four record ids")
    records = [_wanted(service, one) for one in wanted]
    return _side_by_side(service, records, language)


def _side_by_side(service: TheService, records: list[AnyRecord], language: Language) -> dict[str, Any]:
    cards = {record.id: card(record, language, name_in(service.index)) for record in records}
    lines = {record_id: {line.field: line for line in one.lines} for record_id, one in cards.items()}
    fields = dict.fromkeys(field for one in lines.values() for field in one)
    return {
        "outcomes": as_json(compare_statements(records)),
        "records": [{"record_id": one.id, "title": title_of(one), "url": one.url} for one in records],
        "fields": [
            {
                "field": field,
                "label": next(one[field].label for one in lines.values() if field in one),
                "values": {
                    record_id: {
                        "values": one[field].values,
                        "derived": one[field].derived,
                        "as_of": one[field].as_of,
                    }
                    if field in one
                    else None
                    for record_id, one in lines.items()
                },
            }
            for field in fields
        ],
    }


def _wanted(service: TheService, record_id: str, kind: type[AnyRecord] | None = None, prefix: str = "") -> AnyRecord:
    record = record_of(service.index, record_id, prefix)
    if record is None or (kind is not None and not isinstance(record, kind)):
        raise HTTPException(404, "there is no such record")
    return record


def _as_kept(record: AnyRecord) -> Response:
    return Response(to_json(record), media_type="application/json")
