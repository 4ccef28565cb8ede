"""The sets: questions with graded answers, foreign documents, what a run answered. One JSON object a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, NonNegativeFloat, ValidationError

from retrieval.edge.collection import Document

DATA = Path(__file__).parent / "data"
Line = TypeVar("Line", bound=BaseModel)


class SetError(ValueError):
    """A set that cannot be used; the message names the file and the line."""


class Question(BaseModel):
    """A question and its answers: document id → gain. ``slice`` names the register it is written in."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    query: str
    relevant: Annotated[dict[str, NonNegativeFloat], Field(min_length=1)]
    slice: str = ""


class Answered(BaseModel):
    """A question with what came back, best first, and how long it took."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    query: str = ""
    relevant: dict[str, float]
    found: tuple[str, ...]
    ms: float
    slice: str = ""


class _Foreign(BaseModel):
    id: str
    title: str = ""
    text: str = ""


def read_questions(path: Path) -> list[Question]:
    """Read a set; raises ``SetError``."""
    return list(_lines(path, Question))


def read_answered(path: Path) -> list[Answered]:
    """Read what a run answered; raises ``SetError``."""
    return list(_lines(path, Answered))


def read_documents(path: Path) -> list[Document]:
    """Read a collection of ``{"id", "title"?, "text"}``; raises ``SetError``."""
    return [Document(line.id, line.title, line.text) for line in _lines(path, _Foreign)]


def _lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _parsed(line, kind, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path} cannot be read: {error}") from error


def _parsed(line: str, kind: type[Line], where: str) -> Line:
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"])) or "line"
        raise SetError(f"{where}: {field}: {fault['msg']}") from error
