"""Weights and priors: data that a run on the development split chose, read once."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Return the parsed content of ``NAME.json`` of this folder."""
    return json.loads((files(__package__) / f"{name}.json").read_text("utf-8"))
