"""Single records for people: by an id as they type it, and other records by name."""

from collections.abc import Callable

from register.library import AnyRecord
from retrieval import RecordIndex

PREFIXES = ("zrk", "kzis", "inst", "fact", "labour", "esco")


def record_of(index: RecordIndex, wanted: str, prefix: str = "") -> AnyRecord | None:
    """Return the record ``wanted``; a bare code or number is tried with ``prefix``, else with all."""
    wanted = wanted.strip().encode("utf-8", errors="replace").decode("utf-8")
    if wanted.partition(":")[0] in PREFIXES:
        return index.get(wanted)
    tries = (f"{one}:{form}" for one in ((prefix,) if prefix else PREFIXES[:4]) for form in _forms(wanted))
    return next((record for one in tries if (record := index.get(one)) is not None), None)


def name_in(index: RecordIndex) -> Callable[[str], str]:
    """Return a function that names a record by its id, with its code; the id where there is none."""

    def name_of(record_id: str) -> str:
        record = index.get(record_id)
        if record is None:
            return record_id
        code = getattr(record, "code", "")
        return f"{record.name} ({code})" if code and code != record.name else record.name

    return name_of


def _forms(wanted: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((wanted, wanted.upper())))
