"""Occupations that no school of the data teaches (soldier, attorney): said so, with the way that leads to them."""

from pathlib import Path

from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.attributes import strong_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("other_ways.yaml"))
MOST_WORDS = 6
KINDS = ("service", "studies", "permit")
"""A service recruits for it, studies and a chamber lead to it, an office permits it."""


def other_way(message: str) -> Wish | None:
    """Return the wish of a short message about such an occupation, where no figures are asked and no lot is told."""
    words = analyse(message, max_words=MOST_WORDS + 1).words
    said = [fold(word.surface) for word in words]
    if not 0 < len(said) <= MOST_WORDS or strong_in(words) or _PHRASES.says(said, "told"):
        return None
    kind = next((one for one in KINDS if _PHRASES.says(said, one)), "")
    return Wish(Intent.SYSTEM, 1.0, question=message, asks=(message,), unheld=kind) if kind else None
