"""What a message wants and what it refers to, read in the light of the answer before it, by linear models.

The words are those of ``wants``; beside them stands what the last answer was and what had been asked, alone and with
each word: «a drugi?» after a list points to its second entry, after a rule it asks for the next rule.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.models.embedded.learnt.linear import Linear, chances, load, places_of
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.stand_ins import alike
from assistant.models.embedded.learnt.wants import PLACES, Wants, blocks_of, leans, scaled, wants_of
from retrieval.analysis import analyse

OF_TALK = 2**15
"""Places of the third block, for what was said before."""
ALL = 2 * PLACES + OF_TALK
WORTH = 1.0
"""The length of the third block beside the two others, which have length 1; 0.7 and 1.5 did no better."""
_LONGEST = 30
TALK = "talk"
"""The kind of an answer that says nothing of the field; it is passed over."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before: the kind of the last answer, what had been asked, and whether it listed several things."""

    kind: str = ""
    want: str = ""
    listed: bool = False


NOTHING = Before()


def wants_after(text: str, before: Before) -> Wants:
    """Return how probable each want is (0-1, together 1) of a message after ``before``, best first."""
    return _ranked("turns", text, before)


def refers(text: str, before: Before) -> Wants:
    """Return how probable each reference is (``own``, ``it``, ``swap`` …; 0-1, together 1), best first."""
    return _ranked("refers", text, before)


@lru_cache(maxsize=1_024)
def _ranked(name: str, text: str, before: Before) -> Wants:
    model = load(name)
    return chances(scores_of(model, text, before), float(model.card["sharpness"]))


def scores_of(model: Linear, text: str, before: Before) -> Mapping[str, float]:
    """Return the score of each label, whatever records a message names."""
    return model.mean_by_label(weighed(said, before, model.rarity, text) for said in alike(text))


def weighed(
    text: str, before: Before, rarity: NDArray[np.float32], whole: str = ""
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the places of a message's features and their values: idf, each block scaled to its length.

    ``whole`` is the message as it was said, which other models read, where ``text`` holds stand-ins.
    """
    return scaled((*blocks_of(text), talk_of(text, before, whole)), rarity, (1.0, 1.0, WORTH))


def talk_of(text: str, before: Before, whole: str = "") -> NDArray[np.int64]:
    """Return the places of what was said before, by itself and with the words of the message."""
    return places_of(_beside(text, before, whole or text), OF_TALK) + 2 * PLACES


def _beside(text: str, before: Before, whole: str) -> Iterator[str]:
    yield f"kind {before.kind}"
    yield f"want {before.want}"
    yield f"kind {before.kind} want {before.want}"
    if not before.kind:
        return
    words = analyse(text, max_words=400).words[:_LONGEST]
    length = min(8, len(words))
    yield f"kind {before.kind} words {length} {'?' in text}"
    yield f"want {before.want} words {length}"
    yield f"listed {before.listed}"
    for told in _told(whole):
        yield told
        yield f"kind {before.kind} {told}"
        yield f"kind {before.kind} want {before.want} {told}"
    if words:
        yield f"kind {before.kind} starts {words[0].folded}"
    for word in words:
        yield f"kind {before.kind} lemma {word.lemmas[0]}"
        yield f"want {before.want} lemma {word.lemmas[0]}"
        if before.listed:
            yield f"listed lemma {word.lemmas[0]}"


@lru_cache(maxsize=1_024)
def _told(text: str) -> tuple[str, ...]:
    """What the other models make of the message by itself."""
    named = len(naming_words(text))
    rules, own = int(5 * asks_of_rules(text)), leans(text)
    first, sure = wants_of(text)[0]
    return (
        f"names {min(2, named)} leans {own}",
        f"rules {rules}",
        f"names {named > 0} rules {rules} leans {own}",
        f"reads {first} {int(3 * sure)}",
    )


def forget() -> None:
    """Forget what was made of messages: other models read them from now on."""
    _told.cache_clear()
    _ranked.cache_clear()
