"""Matters told by several things said in one message: a doctor's certificate and a school, an exam and no course.

The rules that come nearest answer them, beside a word on what is not held.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("matters.yaml"))
MOST_WORDS = 24
MEDICAL_ENTRY, EXTERNAL, JOURNEYMAN, MASTER = "medical_entry", "external", "journeyman_entry", "master_entry"
OF_CRAFTS = frozenset({JOURNEYMAN, MASTER})
NOT_HELD = frozenset({MEDICAL_ENTRY, *OF_CRAFTS})
"""What the answer says openly not to be in the data, and who knows it."""
_MATTERS = (MEDICAL_ENTRY, EXTERNAL, JOURNEYMAN, MASTER)
MOST_WORDS_LATER = 8


def matter_asked(question: str, before: str = "") -> str:
    """Return the matter a message asks about, or nothing.

    A short one may ask who may take the exam of crafts that was asked about ``before`` («яка освіта потрібна?»).
    """
    said = _words(question)
    if not 0 < len(said) <= MOST_WORDS:
        return ""
    if matter := next((matter for matter in _MATTERS if _asks(said, matter)), ""):
        return matter
    spoken = _words(before) if len(said) <= MOST_WORDS_LATER else []
    return next(
        (one for one in sorted(OF_CRAFTS) if _PHRASES.says(spoken, one, "said", "what") and _asks_on(said, one)), ""
    )


def places_of(question: str, matter: str) -> frozenset[int]:
    """Return the places of the words that tell the matter: «exam», «without school» name nothing."""
    said = _words(question)
    lists = _PHRASES.lists[matter]["said"]
    return frozenset(at for one in lists for at in _PHRASES.places(said, matter, "said", one))


def of_matter(question: str, matter: str) -> Wish:
    """Return the wish for the rules on a matter."""
    rules = tuple(_PHRASES.lists[matter]["rules"])
    asked: dict[str, Any] = {"question": question, "asks": (question,), "clause": question}
    return Wish(Intent.SYSTEM, 1.0, aside=matter, aside_rules=rules, **asked)


def _asks(said: Sequence[str], matter: str) -> bool:
    needed = _PHRASES.lists[matter]["said"]
    return all(_PHRASES.says(said, matter, "said", one) for one in needed) and not _PHRASES.says(said, matter, "else")


def _asks_on(said: Sequence[str], matter: str) -> bool:
    return _PHRASES.says(said, matter, "said", "asks") and not _PHRASES.says(said, matter, "else")


def _words(text: str) -> list[str]:
    return [fold(word.surface) for word in analyse(text, max_words=MOST_WORDS + 1).words]
