"""A question about the rules for people with a disability: «jakie zawody są dla niewidomych?».

There the disability is what is asked. Told beside a wish it has no part in the answer, and such a message is no
question of this kind.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("conditions.yaml"))
MOST_WORDS, MOST_WORDS_LATER = 40, 5
NEAR = 3
"""«Dla» stands at most so many words before the need it goes with: «dla uczniów z lekką niepełnosprawnością»."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The rules on the matter, by id; ``held`` tells whether they speak of the need asked about, not of others."""

    matter: str
    rules: tuple[str, ...]
    held: bool


def condition_asked(question: str, before: str = "") -> Condition | None:
    """Return the rules that a question about people with a need asks for, or ``None`` where it is no such question.

    A short one asks the same as ``before`` of others («a dla głuchych?»).
    """
    said = [fold(word.surface) for word in analyse(question, max_words=MOST_WORDS + 1).words]
    need, place = next(((name, at) for name in _PHRASES.lists["needs"] for at in _at(said, "needs", name)), ("", -1))
    if not need or len(said) > MOST_WORDS:
        return None
    if _at(said, "exam") and _at(said, "terms"):
        return _of("exam", need)
    spoken_of = bool(_at(said, "people")) or any(place - NEAR <= at < place for at in _at(said, "for_them"))
    if spoken_of and _at(said, "occupations") and not (_at(said, "wishes") or _at(said, "helping")):
        return _of("occupations", need)
    last = condition_asked(before) if before and len(said) <= MOST_WORDS_LATER else None
    return _of(last.matter, need) if last else None


def _of(matter: str, need: str) -> Condition:
    rules: dict[str, str] = _PHRASES.lists["rules"][matter]
    if need in rules:
        return Condition(matter, (rules[need],), held=True)
    return Condition(matter, tuple(rules.values()), held=False)


def _at(said: Sequence[str], *path: str) -> tuple[int, ...]:
    return tuple(sorted(at for at, _ in _PHRASES.spans(said, *path)))
