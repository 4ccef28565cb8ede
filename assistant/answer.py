"""The shape of a request and of one answer, as ``contracts`` fixes it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from register.vocabulary import AnswerStatus, Audience, Language

ThreadId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class AnswerModel(BaseModel):
    """Frozen; unknown keys of a request are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())


class Request(AnswerModel):
    """One message of a user."""

    message: str
    thread_id: ThreadId | None = None
    audience: Audience | None = None
    language: Language | None = None


class Told(AnswerModel):
    """A message of a conversation that the client keeps."""

    role: Literal["user", "assistant"]
    text: str


class ToldRequest(Request):
    """A message with the conversation before it, as its client tells it; nothing of either is kept."""

    told: tuple[Told, ...] = ()


class AnswerSentence(AnswerModel):
    """A verified sentence without marks, the numbers of the citations it rests on, and the white space before it."""

    text: str
    citations: tuple[int, ...] = ()
    lead: str = ""


class Citation(AnswerModel):
    """A numbered source: the record, its address, and the date (ISO, or a year) it speaks for."""

    n: int
    record_id: str
    kind: str
    title: str
    url: str
    as_of: str


class Factor(AnswerModel):
    """One visible reason of a recommendation; ``weight`` and ``value`` in 0-1, ``value`` absent when unknown."""

    factor: str
    weight: float
    value: float | None
    text: str


class Recommendation(AnswerModel):
    """A record recommended, its score in 0-1 and the factors that make it up."""

    record_id: str
    title: str
    score: float
    because: tuple[Factor, ...]


class ToolUse(AnswerModel):
    """A call of a tool, with what it was asked and how long it took."""

    name: str
    args: dict[str, Any]
    ms: float


class RailUse(AnswerModel):
    """A rail that acted; never holds the text it acted on."""

    rail: str
    action: str
    detail: str


class Usage(AnswerModel):
    """What the turn used of model servers, all requests together.

    ``cached_tokens`` of the prompts were read from the server's cache; ``estimated`` where a server did not report;
    ``cost`` in the currency of the model's price, absent where none is set.
    """

    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    requests: int
    estimated: bool = False
    cost: float | None = None


class Answer(AnswerModel):
    """One finished turn; ``readability`` is the fog index of a Polish text (years of schooling)."""

    status: AnswerStatus
    language: Language
    audience: Audience
    thread_id: str
    text: str
    sentences: tuple[AnswerSentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    suggestions: tuple[str, ...] = ()
    tools: tuple[ToolUse, ...] = ()
    model: str = "embedded"
    fallback: bool = False
    prompts: dict[str, str] = {}
    usage: Usage | None = None
    rails: tuple[RailUse, ...] = ()
    readability: float | None = None
    timings_ms: dict[str, float] = {}
    turn: int = 1


class StatusEvent(AnswerModel):
    """What the assistant is doing, in the user's language; goes out at once."""

    event: Literal["status"] = "status"
    step: str
    label: str


class SentenceEvent(AnswerModel):
    """A verified sentence; ``citations`` are whole so that a page can link before the turn ends."""

    event: Literal["sentence"] = "sentence"
    text: str
    citations: tuple[int, ...] = ()
    lead: str = ""
    sources: tuple[Citation, ...] = ()


class DoneEvent(AnswerModel):
    """The turn is over."""

    event: Literal["done"] = "done"
    answer: Answer


class ErrorEvent(AnswerModel):
    """The turn could not be done; ``status`` is one of the ``error_`` statuses."""

    event: Literal["error"] = "error"
    status: AnswerStatus
    message: str


Event = Annotated[StatusEvent | SentenceEvent | DoneEvent | ErrorEvent, Field(discriminator="event")]
