"""A tool call to be made."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """The name of a tool and what it is asked."""

    tool: str
    arguments: dict[str, Any]
