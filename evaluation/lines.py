"""JSON Lines read one at a time, so that a set of any length keeps memory flat; a broken line is named by number."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

_MOST_NAMED = 5


class SetError(ValueError):
    """A set that cannot be used; the message names the file and the lines."""


class Row(BaseModel):
    """Frozen; unknown fields are kept aside, so that richer sets run and a misspelt field can be reported."""

    model_config = ConfigDict(frozen=True, extra="allow")


RowT = TypeVar("RowT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a whole set is: how many lines, the sha256 (hex) of its bytes, unknown field → how often."""

    lines: int
    sha256: str
    unknown: dict[str, int]


def read_lines(path: Path, kind: type[RowT]) -> Iterator[RowT]:
    """Yield the lines of a set; blank ones are passed over. Raises ``SetError``."""
    for number, line in _numbered(path):
        row, fault = _parsed(line, kind)
        if row is None:
            raise SetError(f"{path.name}, line {number}: {fault}")
        yield row


def survey(path: Path, kind: type[BaseModel]) -> Summary:
    """Read a set from end to end before anything costly begins; raises ``SetError`` with every broken line."""
    digest, count = hashlib.sha256(), 0
    unknown: Counter[str] = Counter()
    broken: list[str] = []
    for number, line in _numbered(path):
        digest.update(line)
        row, fault = _parsed(line, kind)
        if row is None:
            broken.append(f"line {number}: {fault}")
            continue
        count += 1
        unknown.update(unknown_fields(row))
    if broken:
        more = f" and {len(broken) - _MOST_NAMED} more broken lines" if len(broken) > _MOST_NAMED else ""
        raise SetError(f"{path.name}, {'; '.join(broken[:_MOST_NAMED])}{more}")
    if not count:
        raise SetError(f"{path.name} holds no lines")
    return Summary(count, digest.hexdigest(), dict(sorted(unknown.items())))


def unknown_fields(row: Any, prefix: str = "") -> Iterator[str]:
    """Yield the dotted names of fields that no model of ours knows."""
    if isinstance(row, BaseModel):
        yield from (f"{prefix}{name}" for name in row.model_extra or ())
        for name in type(row).model_fields:
            yield from unknown_fields(getattr(row, name), f"{prefix}{name}.")
    elif isinstance(row, tuple):
        for item in row:
            yield from unknown_fields(item, prefix)


def _numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except OSError as error:
        raise SetError(f"{path} cannot be read: {error.strerror or error}") from error


def _parsed(line: bytes, kind: type[RowT]) -> tuple[RowT | None, str]:
    try:
        return kind.model_validate_json(line), ""
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, fault["loc"]))
        return None, f"{field}: {fault['msg']}" if field else fault["msg"]
