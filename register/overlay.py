"""One record laid over another with the same id: it wins for every field it holds."""

from register.library import AnyRecord, parse_record
from register.record import ALL_FIELDS, Provenance


def overlay(base: AnyRecord, over: AnyRecord, stays: frozenset[str] = frozenset()) -> AnyRecord:
    """Return ``over`` with the fields that only ``base`` holds; each keeps the sources it had.

    Fields named in ``stays`` remain as ``base`` holds them, and so does a name that differs in case only.
    Raises ``RecordError`` when the types differ.
    """
    respelt = base.name != over.name and base.name.casefold() == over.name.casefold()
    standing = stays | {"name"} if respelt else stays
    won = over.filled_fields() - (standing & base.filled_fields())
    kept = base.filled_fields() - won
    values = {name: getattr(over, name) for name in type(over).model_fields}
    values.update({name: getattr(base, name) for name in kept})
    entries = (*_narrowed(over, won), *_narrowed(base, kept))
    values["provenance"] = tuple(dict.fromkeys(entries))
    return parse_record(values)


def _narrowed(record: AnyRecord, names: frozenset[str]) -> list[Provenance]:
    """Return the sources of ``names`` only, those for the whole record now naming them."""
    narrowed = []
    for entry in record.provenance:
        named = names if ALL_FIELDS in entry.fields else names & set(entry.fields)
        if named:
            narrowed.append(entry.model_copy(update={"fields": tuple(sorted(named))}))
    return narrowed
