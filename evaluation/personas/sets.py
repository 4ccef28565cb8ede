"""Personas: what they want, how they speak, how long they try."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, ValidationError

from evaluation.expectations import Expect
from evaluation.lines import Row, SetError
from register.vocabulary import Audience

PERSONAS = Path(__file__).parent / "data" / "personas.yaml"


class Spelling(StrEnum):
    """How a persona writes: as it should be, without Polish letters, in small letters without stops, with a typo."""

    RIGHT = "right"
    PLAIN = "plain"
    LOWER = "lower"
    TYPO = "typo"


class Mood(StrEnum):
    """What a persona adds to its lines."""

    CALM = "calm"
    POLITE = "polite"
    ANNOYED = "annoyed"


class Persona(Row):
    """``goal`` is met by an answer that meets these expectations; ``says`` are its tries, ``if_asked`` its replies.

    ``patience`` is the number of messages after which it is tired.
    """

    name: str
    goal: Expect
    says: Annotated[tuple[str, ...], Field(min_length=1)]
    if_asked: tuple[str, ...] = ()
    audience: Audience | None = None
    language: str = "pl"
    mood: Mood = Mood.CALM
    spelling: Spelling = Spelling.RIGHT
    patience: Annotated[int, Field(ge=1, le=20)] = 4


class Exchange(Row):
    """One message and the answer to it."""

    said: str
    status: str
    text: str
    ms: float = 0.0


class Talk(Row):
    """How the talk of one persona went; ``tired`` says that it gave up."""

    persona: str
    language: str
    mood: str
    spelling: str
    success: bool
    tired: bool
    turns: tuple[Exchange, ...]


def read_personas(path: Path = PERSONAS) -> tuple[Persona, ...]:
    """Read a YAML list of personas; raises ``SetError``."""
    try:
        found = yaml.safe_load(path.read_text("utf-8"))
        return tuple(Persona.model_validate(one) for one in found)
    except (OSError, yaml.YAMLError, TypeError) as error:
        raise SetError(f"{path.name} holds no personas: {str(error).splitlines()[0]}") from error
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        raise SetError(f"{path.name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}") from error
