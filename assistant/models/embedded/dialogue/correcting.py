"""A correction of the profile in words: «popraw wpis 2 na …», «usuń wpis 1», «potwierdź wpis 3»."""

from collections.abc import Sequence
from typing import Any

from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.replies import says
from assistant.models.embedded.person.told import field_of
from retrieval.analysis import Word, analyse

LONGEST = 300
# What stands between the entry and its new words: «wpis 2: …», «wpis 2 na …».
_JOINTS = (": ", " na ", " to ", " на ")


def correction(message: str, entries: Sequence[str]) -> Call:
    """Return the call that mends the profile; one that only shows it where no single entry is meant.

    ``entries`` are the fields of the profile's entries, in the order in which they are numbered from 1.
    """
    head, text = _parted(message)
    words = analyse(head, max_words=60).words
    number = _number(words) or _only(text or head, entries)
    if not 1 <= number <= len(entries):
        return Call("show_profile", {})
    if any(says(word.folded, "delete") for word in words):
        return _mend("delete", number)
    if any(says(word.folded, "confirm") for word in words):
        return _mend("confirm", number)
    return _mend("change", number, text=text[:LONGEST]) if text else Call("show_profile", {})


def _parted(message: str) -> tuple[str, str]:
    """The order and the new words after the first joint."""
    places = [(message.find(joint), joint) for joint in _JOINTS if joint in message]
    if not places:
        return message, ""
    place, joint = min(places)
    return message[:place], message[place + len(joint) :].strip(" .\"'„”«»")


def _number(words: Sequence[Word]) -> int:
    digits = (lemma for word in words for lemma in word.lemmas if lemma.isdecimal() and len(lemma) <= 3)
    return int(next(digits, "0"))


def _only(text: str, entries: Sequence[str]) -> int:
    """The number of the only entry there is, or of the only one of the field that the words speak of; else 0."""
    if len(entries) == 1:
        return 1
    field = field_of(text)
    return entries.index(field) + 1 if entries.count(field) == 1 else 0


def _mend(action: str, entry: int, **more: Any) -> Call:
    return Call("correct_profile", {"action": action, "entry": entry, **more})
