"""Reading the settings: where each value comes from, and one clear line where one cannot be accepted."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic import AliasChoices, ValidationError

from ui.settings import PREFIX, Settings

ENV_FILE = Path(".env")


class SettingsError(ValueError):
    """A setting that cannot be accepted; the message is one line and names it."""


def load_settings(env_file: Path | None = ENV_FILE, **overrides: object) -> Settings:
    """Read the settings: ``overrides``, then the environment, then ``env_file``; raises ``SettingsError``."""
    given: dict[str, Any] = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**{"_env_file": env_file, **given})
    except ValidationError as error:
        raise SettingsError(_one_line(error)) from error
    except (OSError, UnicodeError) as error:
        raise SettingsError(f"{env_file} cannot be read: {error}") from error


def variable(field: str) -> str:
    """Return the name of the environment variable of ``field``."""
    alias = Settings.model_fields[field].validation_alias
    return str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"{PREFIX}{field.upper()}"


def unknown_variables(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the ``ZETERKA_`` names in ``environ`` that are no setting: most likely misspelt."""
    known = {variable(field) for field in Settings.model_fields}
    return tuple(sorted(name for name in environ if name.upper().startswith(PREFIX) and name.upper() not in known))


def writable(folder: Path) -> Path:
    """Make ``folder`` and try it; raises ``SettingsError`` when nothing can be written there."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise SettingsError(f"{variable('data_dir')}: cannot write to {folder}: {error.strerror or error}") from error
    return folder


def _one_line(error: ValidationError) -> str:
    fields = {variable(name): name for name in Settings.model_fields}
    faults = []
    for fault in error.errors(include_input=False, include_url=False):
        place = str(fault["loc"][0]) if fault["loc"] else ""
        name = place if place in fields else variable(place) if place in Settings.model_fields else place
        message = fault["msg"].removeprefix("Value error, ")
        faults.append(f"{name}: {message}" if name else message)
    return "; ".join(faults)


def origins(
    overrides: Mapping[str, object], environ: Mapping[str, str] = os.environ, env_file: Path | None = ENV_FILE
) -> dict[str, str]:
    """Return by field where its value comes from: command line, environment, file or default."""
    names = {name.upper() for name, value in environ.items() if value}
    in_file = dotenv_values(env_file) if env_file else {}
    filed = {name.upper() for name, value in in_file.items() if value}

    def origin(field: str) -> str:
        if overrides.get(field) is not None:
            return "command line"
        if variable(field) in names:
            return "environment"
        return str(env_file) if variable(field) in filed else "default"

    return {field: origin(field) for field in Settings.model_fields}
