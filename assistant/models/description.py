"""What is known of a model on a server: a frozen description, as the file of models writes it."""

from enum import StrEnum
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(pattern=r"^\S{1,120}$")]
Variable = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{0,80}$")]


class ToolCalling(StrEnum):
    """How a model asks for tools: by the protocol, by JSON that a schema enforces, or by JSON that it is asked for."""

    NATIVE = "native"
    JSON_SCHEMA = "json_schema"
    NONE = "none"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())


class Price(_Frozen):
    """Price of a million tokens; ``source`` says where it was read and when, so that it can be checked."""

    prompt: float = Field(ge=0)
    completion: float = Field(ge=0)
    currency: str = Field(min_length=3, max_length=3)
    source: str = ""


class Patience(_Frozen):
    """Seconds to wait: for a connection, for the first token, for the whole reply; and how often to try again."""

    connect: float = Field(5.0, gt=0, le=60)
    first_token: float = Field(20.0, gt=0, le=300)
    total: float = Field(45.0, gt=0, le=600)
    retries: int = Field(2, ge=0, le=5)
    longest_wait: float = Field(5.0, ge=0, le=60)


class ModelDescription(_Frozen):
    """One model on one OpenAI-compatible server.

    ``name`` is what answers call it, ``model`` what the server calls it (``name`` where unset). The key is never
    written down: ``key_variable`` names the environment variable that holds it. ``context`` is in tokens.
    """

    name: Name
    url: str
    model: str = ""
    key_variable: Variable | None = None
    context: int = Field(8_192, ge=2_048, le=2_000_000)
    tools: ToolCalling = ToolCalling.NATIVE
    parallel_calls: bool = True
    price: Price | None = None
    languages: str = ""
    temperature: float | None = Field(0.2, ge=0, le=2)
    seed: int | None = None
    max_tokens: int = Field(700, ge=64, le=8_192)
    limit_field: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    prompt_tokens: int = Field(3_000, ge=1_000, le=1_000_000)
    letters_a_token: float = Field(3.0, ge=1.0, le=8.0)
    patience: Patience = Patience()

    @property
    def on_server(self) -> str:
        """The name by which the server knows the model."""
        return self.model or self.name

    @model_validator(mode="after")
    def _address(self) -> Self:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("url must begin with http:// or https://")
        if parts.username is not None or parts.password is not None:
            raise ValueError("url must not hold a user name or password")
        if self.name == "embedded":
            raise ValueError("the name embedded belongs to the built-in model")
        return self
