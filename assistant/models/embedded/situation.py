"""What the embedded model sees of a turn: the question, the language, what tools brought, what it noted last time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from assistant.models.embedded.dialogue.memo import Memo, read_memo
from assistant.notebook import read_notebook
from assistant.toolbox import ToolResult
from register.evidence import Evidence
from register.vocabulary import Audience, Language, RecordType

NAME = "embedded"


@dataclass(frozen=True, slots=True)
class Asked:
    """A tool call of this turn and its result."""

    tool: str
    arguments: dict[str, Any]
    result: ToolResult


@dataclass(frozen=True, slots=True)
class Found:
    """A record some tool brought, with the best fit it had (0-1)."""

    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Situation:
    """One turn, read from the messages.

    ``asked`` are the model's own calls. ``others`` are those of a model that did not finish the turn: their results
    are used where this model would have asked the same, so that it is led by its own reading of the question.
    ``entries`` are the fields of the profile's entries.
    """

    question: str
    language: Language
    audience: Audience
    memo: Memo
    asked: tuple[Asked, ...] = field(default=())
    rounds: int = 0
    others: tuple[Asked, ...] = field(default=())
    entries: tuple[str, ...] = ()

    def found(self, *kinds: RecordType) -> tuple[Found, ...]:
        """Return the records of ``kinds`` (all where none is named), best fit first, each once."""
        best: dict[str, Found] = {}
        for asked in self.asked:
            for evidence, confidence in zip(asked.result.evidence, asked.result.confidences, strict=True):
                if kinds and evidence.kind not in kinds:
                    continue
                if evidence.record_id not in best or best[evidence.record_id].confidence < confidence:
                    best[evidence.record_id] = Found(evidence, confidence)
        return tuple(sorted(best.values(), key=lambda found: -found.confidence))

    def by_id(self, record_id: str) -> Evidence | None:
        """Return the evidence of a record some tool has brought."""
        return next((found.evidence for found in self.found() if found.evidence.record_id == record_id), None)

    def alone(self) -> "Situation":
        """Return the turn as one of its questions sees it: what was brought counts once that question asks for it."""
        return replace(self, asked=(), others=(*self.others, *self.asked), rounds=0)

    def with_all(self, views: Iterable["Situation"]) -> "Situation":
        """Return the turn with what all ``views`` of it have asked for."""
        every = {id(asked): asked for view in views for asked in view.asked}
        return replace(self, asked=tuple(every.values()))

    def notes(self) -> tuple[str, ...]:
        """Return what the tools remarked, each once."""
        return tuple(dict.fromkeys(note for asked in self.asked for note in asked.result.notes))


def read_situation(messages: Sequence[BaseMessage]) -> Situation:
    """Read a turn from the messages a chat model is given."""
    system = next((m for m in messages if isinstance(m, SystemMessage)), None)
    told = system.additional_kwargs if system else {}
    start = max((i for i, m in enumerate(messages) if isinstance(m, HumanMessage)), default=0)
    return Situation(
        question=str(messages[start].content) if messages else "",
        language=Language(told.get("language", Language.PL)),
        audience=Audience(told.get("audience", Audience.ADULT)),
        memo=_memo(messages[:start]),
        asked=_asked(messages[start + 1 :], own=True),
        rounds=sum(isinstance(m, AIMessage) and bool(m.tool_calls) and is_own(m) for m in messages[start + 1 :]),
        others=_asked(messages[start + 1 :], own=False),
        entries=tuple(entry.field.value for entry in read_notebook(told.get("notebook")).profile.entries),
    )


def _memo(messages: Sequence[BaseMessage]) -> Memo:
    said = [m.additional_kwargs.get("memo") for m in reversed(messages) if isinstance(m, AIMessage)]
    memo = read_memo(next((memo for memo in said if memo), {}))
    # What a rail has said in between leaves no memo: the answer before it is not the last one.
    return memo if said and said[0] else replace(memo, said="")


def is_own(message: AIMessage) -> bool:
    """Tell whether the embedded model wrote ``message``."""
    return bool(message.response_metadata.get("model_name") == NAME)


def _asked(messages: Sequence[BaseMessage], *, own: bool) -> tuple[Asked, ...]:
    said = (m for m in messages if isinstance(m, AIMessage) and is_own(m) is own)
    calls = {call["id"]: call for message in said for call in message.tool_calls}
    return tuple(
        Asked(str(message.name), calls[message.tool_call_id]["args"], message.artifact)
        for message in messages
        if isinstance(message, ToolMessage) and message.tool_call_id in calls
    )
