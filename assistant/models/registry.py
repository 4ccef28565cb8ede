"""The file of models: descriptions in the order in which they are tried; ``embedded`` always comes last."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.models.description import ModelDescription


class ModelFileError(ValueError):
    """A file of models that cannot be used; the message is one line and names what is wrong."""


class _File(BaseModel):
    """``models`` in the order of the file, or in the order of the names in ``fallback``."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    models: tuple[ModelDescription, ...]
    fallback: tuple[str, ...] = ()


def read_models(path: Path) -> tuple[ModelDescription, ...]:
    """Read the descriptions in the order of fallback; raises ``ModelFileError``."""
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
        file = _File.model_validate(content)
    except (OSError, UnicodeError) as error:
        raise ModelFileError(f"{path.name} cannot be read: {error.__class__.__name__}") from error
    except yaml.YAMLError as error:
        raise ModelFileError(f"{path.name} is no YAML{_line_of(error)}") from error
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise ModelFileError(f"{path.name}: {place}: {first['msg'].removeprefix('Value error, ')}") from error
    return _in_order(file, path)


def _in_order(file: _File, path: Path) -> tuple[ModelDescription, ...]:
    named = {model.name: model for model in file.models}
    if len(named) < len(file.models):
        raise ModelFileError(f"{path.name}: two models have one name")
    order = tuple(name for name in file.fallback if name != "embedded") or tuple(named)
    if missing := [name for name in order if name not in named]:
        raise ModelFileError(f"{path.name}: fallback names {missing[0]}, which is not described")
    return tuple(named[name] for name in order)


def _line_of(error: Any) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 1})" if mark is not None else ""
