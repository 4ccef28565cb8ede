"""What the steps of a turn work with, handed in by whoever runs the graph."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from langchain_core.language_models import BaseChatModel

from assistant.advice.matching import Tables
from assistant.labour import Shelf
from assistant.models.breaker import Breaker
from assistant.rails import OutputRails
from assistant.toolbox import ToolBox
from guardrails.frame import InputRail
from prompts import Prompts
from register.vocabulary import Audience, Language
from retrieval.protocol import RecordIndex

if TYPE_CHECKING:
    from assistant.models.served import ServedModel  # the client library takes half a second to import


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one turn: rounds of tools, calls in one round, seconds from question to answer, tokens of servers.

    ``reserve`` seconds are kept back from the servers, for ``embedded`` to finish the turn in. ``notebook_hours``
    is how long notes stay without consent while a conversation rests.
    """

    tool_rounds: int = 4
    calls_per_round: int = 8
    seconds: float = 60.0
    tokens: int = 20_000
    reserve: float = 2.0
    notebook_hours: float = 336.0


@dataclass(frozen=True, slots=True)
class NamedModel:
    """A chat model, the name the answer gives it, and what is known of the server where it is on one."""

    name: str
    chat: BaseChatModel
    served: "ServedModel | None" = None


@dataclass(frozen=True, slots=True)
class TurnContext:
    """Everything a step may use; ``models`` are tried in order, the last one is ``embedded``.

    ``judges`` (empty: no judge) gives each model on a server a breaker of its own for judging what it has written, so
    that a judge that is slow keeps nobody from answering. ``clock`` gives seconds since 1970.
    """

    index: RecordIndex
    shelf: Shelf
    prompts: Prompts
    toolbox: ToolBox
    tables: Tables
    models: tuple[NamedModel, ...]
    input_rails: Sequence[InputRail]
    output_rails: OutputRails
    judges: Mapping[str, Breaker] = field(default_factory=dict)
    judge_seconds: float = 10.0
    limits: Limits = field(default_factory=Limits)
    language: Language = Language.PL
    audience: Audience = Audience.ADULT
    clock: Callable[[], float] = time.time
