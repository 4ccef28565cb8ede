"""The help lines of ``data/helplines.yaml``: the only telephone numbers the assistant may say on its own."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).parent / "data" / "helplines.yaml"


class Helpline(BaseModel):
    """One line; ``hours`` is ``24/7`` or empty where nothing we read confirms them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: str
    name: str
    for_whom: str
    run_by: str
    hours: str
    source: str
    note: str
    checked: date


@cache
def helplines(file: Path = FILE) -> dict[str, Helpline]:
    """Return the lines by their key; raises ``ValueError`` when the file does not fit."""
    tree = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    return {key: Helpline.model_validate(entry) for key, entry in tree.items()}


def numbers() -> dict[str, str]:
    """Return key → number, as the phrases of the crisis rail take them."""
    return {key: line.number for key, line in helplines().items()}
