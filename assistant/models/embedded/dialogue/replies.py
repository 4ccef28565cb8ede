"""Short answers to the assistant's own question: of the questionnaire, to an offer, about the profile."""

import re
from functools import cache
from pathlib import Path

import yaml

from assistant.models.embedded.words.lexicon import ordinals
from retrieval.analysis import analyse, fold, normalise

FILE = Path(__file__).with_name("replies.yaml")
_DIGIT = re.compile(r"^\D{0,12}([1-5])\D{0,12}$")
_LONGEST = 60
_SHORT = 6
_FEW = 8
_MOST_CHOICES = 3
_STEPS = ("5", "4", "3", "2", "1", "skip", "back", "pause", "status")
_NUMBER = re.compile(r"^\W*([1-5])\W*$")


def step_of(message: str) -> tuple[str, int | None] | None:
    """Return the step of the questionnaire a message is (``answer`` with its number, ``skip`` …), or ``None``."""
    plain = _plain(message)
    if found := _DIGIT.match(plain):
        return "answer", int(found[1])
    key = next((key for key in _STEPS if plain in _said(key)), "")
    if key.isdigit():
        return "answer", int(key)
    if not key and _stops(plain):
        return "pause", None
    return (key, None) if key else None


def _stops(plain: str) -> bool:
    """Tell whether a short message has a word to stop in it («przerwij, nudne»)."""
    words = plain.split()
    return len(words) <= _FEW and any(says(word, "stop") for word in words)


def asks_result(message: str) -> bool:
    """Tell whether a message asks for the result of the questionnaire."""
    return _plain(message) in _said("status")


def asks_others(message: str) -> bool:
    """Tell whether a message asks for something else than what was shown («pokaż inne», «nie to»)."""
    return _plain(message) in _said("others")


def asks_for_like(message: str) -> bool:
    """Tell whether a message asks for others beside the one shown («pokaż inne») and does not turn that one down."""
    return _plain(message) in _said("like")


def was_misread(message: str) -> bool:
    """Tell whether a message says that the last answer was none («nie o to pytałem»)."""
    return _plain(message) in _said("misread")


def number_of(message: str) -> int | None:
    """Return the number 1-5 that is all a message says, or ``None``."""
    found = _NUMBER.match(message)
    return int(found[1]) if found else None


def wants_no_test(message: str) -> bool:
    """Tell whether a message about the questionnaire says that none is wanted («zostaw te testy»)."""
    plain = f" {_plain(message)} "
    return any(f" {words} " in plain for words in _said("no_test"))


def agrees(message: str) -> bool:
    """Tell whether a message says yes to an offer."""
    return _plain(message) in _said("yes")


def asks_again(message: str) -> bool:
    """Tell whether a short message asks to have the last answer once more, or doubts it («na pewno?»)."""
    plain = f" {_plain(message)} "
    return len(plain.split()) <= _FEW and any(f" {words} " in plain for words in _said("repeat"))


def resumes(message: str) -> bool:
    """Tell whether a message asks to go on with what was interrupted."""
    return _plain(message) in _said("resume")


def consents(message: str) -> bool | None:
    """Return the answer to whether notes may be kept, told by the first word of a short message; else ``None``.

    Doubt is no consent («not sure», «nie wiem»), and «nie wiem, co dalej» is no answer.
    """
    plain = _plain(message)
    words = plain.split()
    if plain in _said("doubt"):
        return False
    if "?" in message or len(message) > _LONGEST:  # «tak w ogóle, ile zarabia spawacz?» is a question
        return None
    if not words or len(words) > _SHORT or any(plain.startswith(f"{doubt} ") for doubt in _said("doubt")):
        return None
    if words[0] in _said("refuse"):
        return False
    agreed = all(word in _said("agree") or word in _said("agree_beside") or says(word, "notes") for word in words)
    return True if words[0] in _said("agree") and agreed else None


def is_no(message: str) -> bool:
    """Tell whether a message is a no and nothing else."""
    return _plain(message) in _said("no")


def speaks_of_notes(message: str) -> bool:
    """Tell whether a message names the notes or their keeping; «tak» alone answers what was not asked."""
    return any(says(word, "notes") for word in _plain(message).split())


def refuses(message: str) -> bool:
    """Tell whether a message about keeping notes says not to."""
    return any(word in _said("refuse") for word in _plain(message).split())


def choices_of(message: str) -> list[int] | None:
    """Return the numbers chosen of a numbered list of up to three; «none of them» is empty, ``None`` no answer.

    A plain yes means the first.
    """
    words = analyse(message[:_LONGEST]).words
    if not words or len(words) > _SHORT or "?" in message:
        return None
    known = ordinals()
    places = [known[lemma] + 1 for word in words for lemma in (*word.lemmas, word.folded) if lemma in known]
    if chosen := [place for place in dict.fromkeys(places) if 1 <= place <= _MOST_CHOICES]:
        return chosen
    if words[0].folded in _said("none"):
        return []
    return [1] if agrees(message) or consents(message) else None


def says(word: str, key: str) -> bool:
    """Tell whether a folded word begins like one of the list ``key``."""
    return any(word.startswith(beginning) for beginning in _said(key))


def _plain(message: str) -> str:
    return " ".join(re.sub(r"[^\w'\s]", " ", fold(normalise(message[:_LONGEST]))).split())


@cache
def _said(key: str) -> frozenset[str]:
    return frozenset(fold(normalise(str(text))) for text in yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)[key])
