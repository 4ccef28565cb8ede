"""Decisions taken by a person about contradictions and wordings of the tables, kept as data."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def decisions() -> Mapping[str, Any]:
    """Return the decisions by topic (see ``decisions.yaml``)."""
    text = (files(__package__) / "decisions.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded
