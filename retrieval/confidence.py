"""How much of a question a record answers to: tells "found" from "nothing fits"."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.queries import Term

_NEAR = 0.55
"""From this share of a word's n-grams on, a record is taken to hold a form of it."""
_CONTRAST = 1.5
"""Weights are raised to this power: a rare word that is missing must outweigh common ones that are there."""

_REPAIRED = 0.9
"""What a match counts whose word had to be repaired first."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """``confidence`` in 0-1 and the words of the question that the record holds."""

    confidence: float
    matched: tuple[str, ...]


def coverage(terms: Sequence[Term], lemmas: array[int], grams: array[int]) -> Coverage:
    """Weigh which ``terms`` occur among a record's dimensions (both ascending)."""
    earned = [_credit(term, lemmas, grams) for term in terms]
    codes = [credit for term, credit in zip(terms, earned, strict=True) if term.code]
    matched = tuple(term.text for term, credit in zip(terms, earned, strict=True) if credit)
    if codes and max(codes) == 1:
        return Coverage(1.0, matched)
    weights = [term.weight**_CONTRAST for term in terms]
    total = sum(weights)
    covered = sum(weight * credit for weight, credit in zip(weights, earned, strict=True))
    return Coverage(covered / total if total else 0.0, matched)


def _credit(term: Term, lemmas: array[int], grams: array[int]) -> float:
    if any(_holds(lemmas, index) for index in term.lemmas):
        return _REPAIRED if term.repaired else 1.0
    if not term.grams:
        return 0.0
    # The forms of a word begin alike: «лікарні» is none of «пекарні».
    if not _holds(grams, term.grams[0]):
        return 0.0
    share = sum(_holds(grams, index) for index in term.grams) / len(term.grams)
    return share if share >= _NEAR else 0.0


def _holds(ascending: array[int], index: int) -> bool:
    place = bisect_left(ascending, index)
    return place < len(ascending) and ascending[place] == index
