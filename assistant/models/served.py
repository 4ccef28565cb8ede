"""A model on a server with what is known and remembered of it while the assistant runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import SecretStr

from assistant.models.breaker import Breaker
from assistant.models.description import ModelDescription
from assistant.models.tokens import TokenCounter
from assistant.models.wire import ServedChat, connect


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A description, the chat model that sends its requests, its circuit breaker and its token counter."""

    description: ModelDescription
    chat: ServedChat
    counter: TokenCounter
    breaker: Breaker = field(default_factory=Breaker)


def open_models(
    descriptions: Sequence[ModelDescription], keys: Mapping[str, SecretStr] | None = None
) -> tuple[ServedModel, ...]:
    """Return the models ready to be asked; ``keys`` are by the name of their variable. Nothing is sent yet."""
    keys = keys or {}
    return tuple(
        ServedModel(
            description=one,
            chat=connect(one, keys.get(one.key_variable or "")),
            counter=TokenCounter(one.letters_a_token),
        )
        for one in descriptions
    )
