"""Reading a judge's reply: JSON of the asked shape whose verdicts are verdicts, or nonsense that is not scored."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from evaluation.judge.frozen import Asked

ModelT = TypeVar("ModelT", bound=BaseModel)
_YES_OR_NO = frozenset({"verdict", "attributed", "noncommittal"})
_COUNTED = (("statements", "statements"), ("topics", "classifications"))
"""Lists of the input that the reply must answer one by one."""


class NonsenseError(ValueError):
    """A reply that is no verdict; the message says why in a line."""


def read_verdict(text: str, model: type[ModelT], prompt: str) -> ModelT:
    """Return the reply as ``model``; words around the JSON are passed over. Raises ``NonsenseError``."""
    start, end = text.find("{"), text.rfind("}")
    if not 0 <= start < end:
        raise NonsenseError("no JSON in the reply")
    try:
        found = model.model_validate_json(text[start : end + 1])
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        raise NonsenseError(f"{'.'.join(map(str, fault['loc'])) or 'reply'}: {fault['msg'][:120]}") from error
    for fault_line in _faults(found, prompt):
        raise NonsenseError(fault_line)
    return found


def _faults(found: BaseModel, prompt: str) -> Iterator[str]:
    dumped = found.model_dump()
    for name, value in _leaves(dumped):
        if name in _YES_OR_NO and value not in (0, 1, "0", "1"):
            yield f"{name} is {value!r}, neither 0 nor 1"
    given = prompt.given.model_dump() if isinstance(prompt, Asked) else {}
    for asked, answered in _COUNTED:
        if asked in given and answered in dumped and len(dumped[answered]) != len(given[asked]):
            yield f"{len(dumped[answered])} verdicts on {len(given[asked])} {asked}"


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, name)
    else:
        yield name, value
