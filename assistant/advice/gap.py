"""Held skills beside the statements of a qualification: covered, partly, missing, each with what it rests on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.advice.matching.competences import Competence, degree_of
from assistant.advice.matching.phrases import Phrases

MOST_STATEMENTS = 200
LONGEST_BASIS = 200
_PARTS = re.compile(r"[\n;:•·]|(?<=[.!?])\s|,\s")
_EDGES = " \t.,;:!?–-*"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the qualification: its degree, the likeness (0-1) and the words it rests on."""

    competence: Competence
    degree: str
    likeness: float
    basis: str


def gap(competences: Sequence[Competence], held: Iterable[str]) -> tuple[Line, ...]:
    """Compare each statement with every held one; the most alike decides, and of equals the first.

    The likeness is that of ``phrases`` over the statements of this one qualification.
    """
    phrases = Phrases.of([one.text for one in competences])
    best = [(0.0, "")] * len(competences)
    for words in held:
        for place, likeness in enumerate(phrases.like(words)):
            if likeness > best[place][0]:
                best[place] = (float(likeness), words)
    return tuple(
        Line(one, degree_of(likeness), likeness, basis[:LONGEST_BASIS] if degree_of(likeness) != "missing" else "")
        for one, (likeness, basis) in zip(competences, best, strict=True)
    )


def statements_of(text: str) -> tuple[str, ...]:
    """Split a pasted text into statements: lines, bullet points, sentences, parts between commas."""
    parts = (part.strip(_EDGES) for part in _PARTS.split(text))
    return tuple(dict.fromkeys(part for part in parts if len(part) > 2))[:MOST_STATEMENTS]
