"""What an engine keeps beside the vectors: fields to filter by, and the record itself as JSON."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from register.facts import LabourFact
from register.institution import Institution
from register.library import AnyRecord, to_json
from register.occupation import Occupation
from register.qualification import Qualification
from retrieval.priors import PRIOR, prior_of

KEYWORDS = ("record_type", "kind", "category", "status", "occupations", "roles", "regions", "topic")
INTEGERS = ("prk_level", "volume_hours")
FACETS = ("record_type", "kind", "category", "prk_level", "status")
RECORD = "record"
HASH = "hash"


def point_id(record_id: str) -> int:
    """Return the engine's number of a record: the first 8 bytes of its id's BLAKE2b."""
    return int.from_bytes(hashlib.blake2b(record_id.encode("utf-8"), digest_size=8).digest(), "big")


def occupations_of(records: Iterable[AnyRecord]) -> Mapping[str, frozenset[str]]:
    """Return, by record id, the ``kzis:`` ids that it belongs to, following the links from either side."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        match record:
            case Occupation():
                found[record.id].add(record.id)
                parts = {part for choice in record.qualifications for part in choice}
                for part in parts | ({record.full_qualification} - {""}):
                    found[part].add(record.id)
            case Qualification():
                found[record.id].update(record.occupations)
            case LabourFact() if record.occupation:
                found[record.id].add(record.occupation)
            case _:
                pass
    return {record_id: frozenset(ids) for record_id, ids in found.items()}


def payload_of(record: AnyRecord, occupations: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return the payload of ``record``; empty fields are left out, ``hash`` covers all the rest."""
    fields = {"record_type": record.record_type.value, "occupations": sorted(occupations), **_own(record)}
    payload: dict[str, Any] = {key: value for key, value in fields.items() if value not in (None, "", [])}
    if prior := prior_of(payload):
        payload[PRIOR] = prior
    payload[RECORD] = to_json(record)
    digest = hashlib.blake2b(repr(sorted(payload.items())).encode("utf-8", "replace"), digest_size=16)
    return {**payload, HASH: digest.hexdigest()}


def _own(record: AnyRecord) -> dict[str, Any]:
    match record:
        case Qualification():
            return {
                "kind": record.kind and record.kind.value,
                "category": record.category and record.category.value,
                "status": record.status and record.status.value,
                "prk_level": record.prk_level,
                "volume_hours": record.volume_hours,
            }
        case Occupation():
            return {"prk_level": record.full_prk_level}
        case Institution():
            return {
                "roles": [role.value for role in record.roles],
                "regions": [region.casefold() for region in record.regions],
            }
        case LabourFact():
            return {"regions": [record.territory.name.casefold()], "topic": record.topic.value}
        case _:
            return {}
