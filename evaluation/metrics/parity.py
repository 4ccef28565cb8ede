"""Counterfactual parity: do answers change when nothing but a protected attribute does?

After Kusner, Loftus, Russell, Silva: *Counterfactual Fairness*, NeurIPS 2017, with the message as the cause that is
changed; the words that make the difference between the messages are masked before answers are compared.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\w+")


def text_alike(one: str, other: str, messages: tuple[str, str]) -> float:
    """Return 2 × longest common subsequence of words / words of both, words of the attribute left out; 1 is equal."""
    changed = set(_words(messages[0])) ^ set(_words(messages[1]))
    first, second = ([word for word in _words(text) if word not in changed] for text in (one, other))
    total = len(first) + len(second)
    return 2 * LCSseq.similarity(first, second) / total if total else 1.0


def pairs(count: int) -> Iterator[tuple[int, int]]:
    """Yield every pair of ``count`` variants once."""
    yield from ((one, other) for one in range(count) for other in range(one + 1, count))


def _words(text: str) -> Sequence[str]:
    return [word.casefold() for word in _WORD.findall(text)]
