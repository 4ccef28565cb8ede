"""More of each written example: typing errors, a sentence of danger beside a harmless one, harmless sentences alone."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guardrails.classifier import segments
from guardrails.training import SEED
from guardrails.training.examples import Example

_DANGERS = ("crisis", "injection", "abuse")


def varied(examples: Sequence[Example]) -> Iterator[Example]:
    """Yield every example, a mistyped copy, a copy beside a harmless message (seeded), and harmless sentences alone.

    A danger stays one behind or before harmless words; two harmless messages stay harmless. The rails hear a message
    sentence by sentence too: each sentence of a harmless one is harmless, of a dangerous one it may be either.
    """
    chance = random.Random(SEED)  # noqa: S311 - seeded variety, no secret
    harmless = [example.text for example in examples if example.label == "allow"] or [""]
    for example in examples:
        yield example
        yield replace(example, text=mistyped(example.text, chance))
        if example.label in _DANGERS or example.label == "allow":
            pair = [example.text, chance.choice(harmless)]
            chance.shuffle(pair)
            yield replace(example, text=". ".join(pair))
        if example.label == "allow":
            yield from (replace(example, text=part) for part in segments(example.text) if " " in part.strip())


def mistyped(text: str, chance: random.Random) -> str:
    """Drop, double or swap a letter in about every fourth word."""
    words = text.split(" ")
    for place, word in enumerate(words):
        if len(word) < 4 or chance.random() > 0.25:
            continue
        at = chance.randrange(1, len(word) - 1)
        words[place] = chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
    return " ".join(words)
