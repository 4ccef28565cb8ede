"""Arguments of a tool brought within its bounds: a model that asks for 500 records gets the most there are.

What has no nearest allowed value (a word that is no category, a text where a number belongs) is left for the
validation, which refuses it.
"""

from collections.abc import Mapping
from typing import Any

from annotated_types import Ge, Le, MaxLen
from pydantic import BaseModel


def clamped(arguments: type[BaseModel], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``given`` with numbers moved to the nearest bound and texts and lists cut to the longest allowed."""
    fields = arguments.model_fields
    return {
        name: _within(value, fields[name].metadata) if name in fields else value
        for name, value in given.items()
        if not (value is None and name in fields and not fields[name].is_required())
    }


def _within(value: Any, bounds: list[Any]) -> Any:
    for bound in bounds:
        if isinstance(bound, Ge) and _is_number(value):
            value = max(value, bound.ge)
        elif isinstance(bound, Le) and _is_number(value):
            value = min(value, bound.le)
        elif isinstance(bound, MaxLen) and isinstance(value, str | list):
            value = value[: bound.max_length]
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
