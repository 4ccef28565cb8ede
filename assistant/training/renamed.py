"""Written questions put once more of other things than they name, so that no want is learnt from a name."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from assistant.models.embedded.learnt.stand_ins import named_in, names_of, put
from assistant.training.examples import Example, Turn, UnheldQuestion

SEED = 17
COPIES = 2
"""Copies of each question that names a record; three and other kinds of copies did no better (docs/decisions, 6)."""

Question = TypeVar("Question", Example, Turn, UnheldQuestion)


def renamed(questions: Iterable[Question]) -> Iterator[Question]:
    """Yield ``COPIES`` of each question that names records, with names of the same kinds in their places.

    The words that name the subject are not marked in the copies.
    """
    draw = random.Random(SEED)  # noqa: S311 - a seeded choice, no secret
    for question in questions:
        if found := named_in(question.text):
            for _ in range(COPIES):
                others = (draw.choice(names_of(one.kind)) for one in found)
                cased = [name if draw.random() < 0.5 else name.lower() for name in others]
                text = put(question.text, found, cased)
                yield (
                    replace(question, text=text, subject=())
                    if isinstance(question, Example)
                    else replace(question, text=text)
                )
