"""The embedded snapshot: records made from public sources beforehand, shipped with the package."""

from collections.abc import Iterator
from importlib.resources import files

from register.library import AnyRecord, parse_json

TABLES = ("qualifications", "occupations", "institutions", "system_facts", "labour_facts")


def load() -> Iterator[AnyRecord]:
    """Yield every record of the snapshot; raises ``RecordError`` for one that does not fit the model."""
    folder = files(__name__) / "records"
    for table in TABLES:
        with (folder / f"{table}.jsonl").open("rb") as lines:
            yield from (parse_json(line) for line in lines)
