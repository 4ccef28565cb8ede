"""The models on servers, as the settings and the file of models describe them."""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError

from assistant.models.description import ModelDescription, Patience, ToolCalling
from assistant.models.registry import ModelFileError, read_models
from assistant.models.served import ServedModel, open_models
from ui.addresses import host_of, is_loopback
from ui.configuration import ENV_FILE, SettingsError, variable
from ui.settings import Settings


def served_models(settings: Settings, environ: Mapping[str, str] = os.environ) -> tuple[ServedModel, ...]:
    """Return the models in the order they are tried; raises ``SettingsError``. Nothing is sent yet."""
    return _opened(described(settings), settings, environ)


def judge_model(settings: Settings, environ: Mapping[str, str] = os.environ) -> ServedModel | None:
    """Return the first model of the judge's file, ``None`` where there is no file; raises ``SettingsError``."""
    if settings.judge_file is None:
        return None
    try:
        listed = read_models(settings.judge_file)
    except ModelFileError as error:
        raise SettingsError(f"{variable('judge_file')}: {error}") from error
    return next(iter(_opened(listed[:1], settings, environ)), None)


def _opened(
    descriptions: tuple[ModelDescription, ...], settings: Settings, environ: Mapping[str, str]
) -> tuple[ServedModel, ...]:
    keys = _keys(descriptions, settings, environ)
    for one in descriptions:
        if (
            keys.get(one.key_variable or "")
            and urlsplit(one.url).scheme == "http"
            and not is_loopback(host_of(one.url))
        ):
            raise SettingsError(
                f"the key of model {one.name} would travel unencrypted to {host_of(one.url)}: use https"
            )
    return open_models(descriptions, keys)


def described(settings: Settings) -> tuple[ModelDescription, ...]:
    """Return the descriptions: the model of the settings first, then those of the file; raises ``SettingsError``."""
    single = (_of_settings(settings),) if settings.model_url and settings.model_name else ()
    try:
        listed = read_models(settings.models_file) if settings.models_file else ()
    except ModelFileError as error:
        raise SettingsError(f"{variable('models_file')}: {error}") from error
    names = {one.name for one in single}
    return (*single, *(one for one in listed if one.name not in names))


def _of_settings(settings: Settings) -> ModelDescription:
    try:
        return ModelDescription(
            name=settings.model_name or "",
            url=settings.model_url or "",
            key_variable=variable("model_key"),
            context=settings.model_context,
            tools=ToolCalling(settings.model_tools),
            temperature=settings.model_temperature,
            seed=settings.model_seed,
            max_tokens=settings.model_max_tokens,
            patience=Patience(
                connect=settings.model_connect_seconds,
                first_token=settings.model_first_token_seconds,
                total=settings.model_seconds,
                retries=settings.model_retries,
            ),
        )
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise SettingsError(f"{variable('model_name')}: {first['msg']}") from error


def _keys(
    descriptions: tuple[ModelDescription, ...], settings: Settings, environ: Mapping[str, str]
) -> dict[str, SecretStr]:
    """Read the keys from the environment, or from the file ``.env`` beside the settings."""
    names = {one.key_variable for one in descriptions if one.key_variable}
    filed = dotenv_values(ENV_FILE) if names - environ.keys() else {}
    own = {variable("model_key"): settings.model_key.get_secret_value()} if settings.model_key else {}
    found = {**filed, **environ, **own}
    return {name: SecretStr(value) for name in names if (value := found.get(name))}
