"""The mapping file: reading and checking it."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from ingest.sources.errors import SourceError
from ingest.sources.values import READERS

OUTCOME_SETS = "outcome_sets"


class MappingError(SourceError):
    """The mapping does not fit the data or is itself faulty; the message says which key is missing."""


def load_rules(path: Path | None) -> dict[str, Any]:
    """Return the rules of a file, or the shipped ones; raises ``MappingError``."""
    try:
        source = path or files(__package__) / "mapping.yaml"
        loaded = yaml.safe_load(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise MappingError(f"mapping {path} cannot be read: {' '.join(str(error).split())}") from error
    if not isinstance(loaded, dict):
        raise MappingError(f"mapping {path} is not a table of keys")
    return loaded


def check_readers(fields: dict[str, dict[str, Any]]) -> None:
    """Raise ``ValueError`` for a field whose reader does not exist."""
    for name, rule in fields.items():
        if rule["as"] not in {*READERS, OUTCOME_SETS}:
            raise ValueError(f"{name}: no reader {rule['as']!r}")
