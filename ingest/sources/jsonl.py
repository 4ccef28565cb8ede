"""Records in our own shape, one JSON object a line; export and import round-trip exactly."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.files import write_atomically
from ingest.sources.errors import SourceError
from register.library import AnyRecord, RecordError, parse_json, to_json


def read_records(path: Path) -> Iterator[AnyRecord]:
    """Yield the records of a file; raises ``SourceError`` naming the line that cannot be read."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(line, path, number)
    except OSError as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{path} cannot be read: {error.strerror or error}") from error


def write_records(path: Path, records: Iterable[AnyRecord]) -> int:
    """Write records to a file, whole or not at all; return how many; raises ``OSError``."""
    lines = [to_json(record) for record in records]
    write_atomically(path, "".join(f"{line}\n" for line in lines))
    return len(lines)


def _record(line: bytes, path: Path, number: int) -> AnyRecord:
    try:
        return parse_json(line)
    except RecordError as error:
        raise SourceError(f"{path}, line {number}: {error}") from error
