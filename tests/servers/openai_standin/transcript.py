"""What a transcript file says: who asks what, what the model replies, which faults come first, what must come of it."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

TRANSCRIPTS = Path(__file__).parent / "transcripts"


class Line(BaseModel):
    """Frozen; a key that is misspelt is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Server(Line):
    """How the server is: its model, its key, what it can do, how fast it speaks (0: at once), if it keeps limits."""

    model: str = "standin"
    key: str = ""
    tools: bool = True
    json_schema: bool = True
    limits: bool = True
    context: int = 32_000
    tokens_per_second: float = 0.0


class Call(Line):
    """A tool call; ``arguments`` as text are sent as they are, well-formed or not."""

    name: str
    arguments: dict[str, Any] | str = {}


class Reply(Line):
    """What the model says to one request, or the fault it shows instead.

    ``[@NAME]`` in a text becomes the handle of the first record in the tool results of the request that has NAME in
    its title or as a value of a line. ``delay``: seconds before the first token; ``cut_after``: tokens after which
    the connection breaks; ``repeat``: how many times the text is said; ``raw``: bytes sent in place of the events.
    """

    text: str = ""
    calls: tuple[Call, ...] = ()
    json_text: dict[str, Any] | None = Field(None, alias="json")
    status: int = 200
    message: str = "the stand-in was told to fail"
    code: str | None = None
    headers: dict[str, str] = {}
    html: str = ""
    raw: str | None = None
    delay: float = 0.0
    pace: float | None = None
    cut_after: int | None = None
    repeat: int = 1


class Expectation(Line):
    """What the client must have seen at the end of the turn; matching folds case and blanks."""

    status: str | tuple[str, ...] = ()
    model: str = "standin"
    fallback: bool = False
    cites: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    rails: tuple[str, ...] = ()
    requests: int | None = None


class Turn(Line):
    """A message of the user, the faults of the requests that follow, the replies by round, and what must come of it.

    ``user`` is a part of the message; ``also`` are further parts that it must hold.
    """

    user: str
    also: tuple[str, ...] = ()
    faults: tuple[Reply, ...] = ()
    replies: tuple[Reply, ...] = ()
    expect: Expectation = Expectation()


class Transcript(Line):
    """A conversation with a model server. ``otherwise`` answers requests that belong to no turn."""

    about: str
    server: Server = Server()
    settings: dict[str, Any] = {}
    turns: tuple[Turn, ...] = ()
    otherwise: tuple[Reply, ...] = ()


def load(name: str | Path) -> Transcript:
    """Read a transcript by name or path; raises ``OSError`` or ``ValueError``."""
    path = Path(name) if str(name).endswith(".yaml") else TRANSCRIPTS / f"{name}.yaml"
    return Transcript.model_validate(yaml.safe_load(path.read_text("utf-8")))


def names() -> tuple[str, ...]:
    """Return the names of all transcripts."""
    return tuple(sorted(path.stem for path in TRANSCRIPTS.glob("*.yaml")))
