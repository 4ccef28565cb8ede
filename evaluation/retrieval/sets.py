"""The sets: questions with graded answers, foreign documents, what a run answered. One JSON object a line."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, NonNegativeFloat

from evaluation.lines import Row, read_lines
from retrieval.edge.collection import Document

DATA = Path(__file__).parent / "data"


class Question(Row):
    """A question and its answers: document id → gain. ``slice`` names the register it is written in."""

    id: str
    query: str
    relevant: Annotated[dict[str, NonNegativeFloat], Field(min_length=1)]
    slice: str = ""


class Answered(Row):
    """A question with what came back, best first, and how long it took."""

    id: str
    query: str = ""
    relevant: dict[str, float]
    found: tuple[str, ...]
    ms: float
    slice: str = ""


class Foreign(Row):
    """A document of a foreign collection."""

    id: str
    title: str = ""
    text: str = ""


def read_questions(path: Path) -> list[Question]:
    """Read a whole set; raises ``SetError``."""
    return list(read_lines(path, Question))


def read_documents(path: Path) -> list[Document]:
    """Read a collection of ``{"id", "title"?, "text"}``; raises ``SetError``."""
    return [Document(line.id, line.title, line.text) for line in read_lines(path, Foreign)]
