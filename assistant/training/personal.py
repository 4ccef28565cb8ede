"""Training of the model that finds what a message tells of the person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from assistant.models.embedded.learnt import personal
from assistant.models.embedded.learnt.linear import Linear, places_of
from assistant.models.embedded.learnt.personal import GAPS, Message, Said, gap_of, marked, scores, split
from assistant.models.embedded.words.intents import Intent
from assistant.training.examples import DATA, Example, lines_of
from assistant.training.fit import kept, sparse

PENALTY = 0.5
"""Inverse strength of the L2 penalty; 0.3, 1 and 3 did no better on the other annotator."""
# In such messages people tell of themselves though nobody has marked it: only what they wish is surely not personal.
_TELLING = frozenset(
    {
        Intent.CORRECT,
        Intent.ENTRY,
        Intent.FOREIGN,
        Intent.FORGET_PROFILE,
        Intent.GAP,
        Intent.INTERESTS,
        Intent.KEEP,
        Intent.NOTE,
        Intent.PROFILE,
        Intent.RECOMMEND,
        Intent.SCHOOL_CHOICE,
        Intent.UNDECIDED,
        Intent.WEIGHTS,
        Intent.WHY,
    }
)
PAIRED, OF_PAIRS = "third", 4
"""Pairs of requests that differ in the person alone are few: each of their words counts so often."""
_TELLING_HAND = "third"
"""Its questions come with a story more often than not."""
TELL_OF_NOBODY = ("first", "second", "third")
"""The files of questions that hardly tell of anybody; the later ones are full of people's stories."""


@dataclass(frozen=True, slots=True)
class Told:
    """One request: its words, which of them tell of the person, which name what is wished.

    ``known`` words are not in doubt; ``hand`` is the file of a request that tells of somebody.
    """

    message: Message
    person: tuple[bool, ...]
    subject: tuple[bool, ...]
    known: tuple[bool, ...]
    hand: str = ""


def read_told(data: Path = DATA) -> list[Told]:
    """Read every file of ``person``, one annotator's each; raises ``TrainingError`` naming a faulty line."""
    return list(lines_of(data / "person", _told))


def of_nobody(examples: Sequence[Example]) -> list[Told]:
    """Return the questions, with those of their words that are known to tell of nobody."""
    plain = (example for example in examples if example.hand in TELL_OF_NOBODY)
    return [one for one in map(_plain, plain) if one.message.words]


def fit_personal(told: Sequence[Told], plain: Sequence[Told], card: dict[str, Any] | None = None) -> Linear:
    """Fit a chain of marks: the words' weights and how likely a mark follows a mark, at once."""
    rows, marks, worth = [], [], []
    for one in (*told, *plain):
        for features, tells, known in zip(personal.features(one.message), one.person, one.known, strict=True):
            if known:
                at = places_of(features, personal.PLACES)
                rows.append((at, np.ones(len(at), np.float32)))
                marks.append(tells)
                worth.append(OF_PAIRS if one.hand == PAIRED else 1)
    model = LogisticRegression(C=PENALTY, max_iter=300)
    model.fit(sparse(rows, personal.PLACES), marks, sample_weight=worth)
    rarity = np.ones(personal.PLACES, np.float32)
    steps = {"steps": _steps(told).round(4).tolist()}
    return kept(model.coef_, model.intercept_, ("tells",), rarity, {**(card or {}), **steps})


def measured(told: Sequence[Told], plain: Sequence[Told], least: float) -> dict[str, float]:
    """Return what is right on each annotator's requests by weights learnt from the other's, as a mean."""
    hands = sorted({one.hand for one in told})
    figures = [
        right(
            fit_personal([one for one in told if one.hand != hand], plain[::2]),
            [one for one in told if one.hand == hand],
            plain[1::2],
            least,
        )
        for hand in hands
    ]
    return {name: round(sum(figure[name] for figure in figures) / len(figures), 3) for name in figures[0]}


def right(model: Linear, told: Sequence[Told], plain: Iterable[Told], least: float) -> dict[str, float]:
    """Return precision and recall of words, and shares: of requests marked exactly, of words of a wish lost.

    ``none_where_none``: of the questions that tell of nobody, those of which nothing is taken.
    """
    pairs = [(one, np.array(_found(model, one.message, least))) for one in told if one.message.words]
    found, wanted, wished = (
        np.concatenate(parts)
        for parts in zip(*((mine, np.array(one.person), np.array(one.subject)) for one, mine in pairs), strict=True)
    )
    untouched = [not np.any(np.array(_found(model, one.message, least)) & np.array(one.known)) for one in plain]
    return {
        "precision": float((found & wanted).sum() / max(1, found.sum())),
        "recall": float((found & wanted).sum() / max(1, wanted.sum())),
        "exact": sum(tuple(mine) == one.person for one, mine in pairs) / len(pairs),
        "of_wish_lost": float((found & wished).sum() / max(1, wished.sum())),
        "none_where_none": sum(untouched) / max(1, len(untouched)),
    }


def _found(model: Linear, message: Message, least: float) -> list[bool]:
    return marked(scores(model, message) - np.log(least / (1 - least)), message, np.array(model.card["steps"]))


def _steps(told: Iterable[Told]) -> NDArray[np.float64]:
    """Log probability of the mark of a word given the gap before it and the mark of the word before."""
    counts = np.ones((len(GAPS), 2, 2))
    for one in told:
        for place in range(1, len(one.person)):
            gap = gap_of(one.message.words[place].before)
            counts[gap, int(one.person[place - 1]), int(one.person[place])] += 1
    return np.asarray(np.log(counts / counts.sum(axis=2, keepdims=True)), np.float64)


def _told(row: dict[str, Any], hand: str) -> Told:
    text = row["text"]
    if missing := [part for part in (*row["person"], *row["subject"]) if part not in text]:
        raise ValueError(f"{missing[0]} does not stand in the text")
    message = split(text)
    person, subject = _inside(message, text, row["person"]), _inside(message, text, row["subject"])
    return Told(message, person, subject, (True,) * len(person), hand)


def _plain(example: Example) -> Told:
    message = split(example.text)
    subject = _inside(message, example.text, example.subject)
    telling = example.hand == _TELLING_HAND or bool(_TELLING & {*example.intents})
    nobody = (False,) * len(subject)
    return Told(message, nobody, subject, subject if telling else (True,) * len(subject))


def _inside(message: Message, text: str, parts: Iterable[str]) -> tuple[bool, ...]:
    spans = [(start, start + len(part)) for part in parts if (start := text.find(part)) >= 0]
    return tuple(any(_in(said, *span) for span in spans) for said in message.words)


def _in(said: Said, start: int, end: int) -> bool:
    return said.start < end and said.end > start
