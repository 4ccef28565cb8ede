"""The shapes of what the fixtures of this folder hand out."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Cli = Callable[..., tuple[int, str, str]]
WriteSet = Callable[[Iterable[Mapping[str, Any] | str]], Path]
