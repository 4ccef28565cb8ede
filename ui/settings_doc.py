"""The page about settings, made from the model, so that it cannot say anything else.

``python -m ui.settings_doc > docs/settings.md`` writes it anew.
"""

import sys
from enum import Enum
from typing import Any, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from ui.configuration import variable
from ui.settings import Settings

HEAD = """# Settings

<!-- Made by `python -m ui.settings_doc`; a test compares. -->

Settings are read from the environment, and from a file `.env` in the folder the command is run in (the
environment wins). An empty value counts as unset. A wrong or unsafe value is refused at start with one line
that names it; `zeterka doctor` shows what holds and where it comes from, and names unknown variables.

| variable | values | default | what it does |
|---|---|---|---|
"""
SIGNS = {Ge: "≥ {0.ge}", Gt: "> {0.gt}", Le: "≤ {0.le}", Lt: "< {0.lt}"}


def settings_page() -> str:
    """Return the page as Markdown."""
    return HEAD + "".join(f"{_row(name, field)}\n" for name, field in Settings.model_fields.items())


def _row(name: str, field: FieldInfo) -> str:
    cells = (f"`{variable(name)}`", _values(field), _default(name, field), field.description or "")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _values(field: FieldInfo) -> str:
    kind: Any = field.annotation
    options = [option for option in get_args(kind) if option is not type(None)]
    if type(None) in get_args(kind):
        kind = options[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    if get_origin(kind) is not tuple and options and all(isinstance(option, str) for option in options):
        return ", ".join(f"`{option}`" for option in options)
    words = {bool: "`true`, `false`", int: "whole number", float: "number", SecretStr: "secret text"}
    base = words.get(kind, "list" if get_origin(kind) is tuple else "text")
    bounds = [sign.format(mark) for mark in field.metadata for of, sign in SIGNS.items() if isinstance(mark, of)]
    return " ".join([base, ", ".join(bounds)]).strip()


def _default(name: str, field: FieldInfo) -> str:
    if name == "data_dir":
        return "the user's data folder (Linux: `~/.local/share/zeterka`)"
    value = field.default
    if value in (None, ()):
        return "–"
    text = ",".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else value
    return f"`{text}`"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(settings_page())
