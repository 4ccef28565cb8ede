"""Which words of a message tell of the person, by a linear model on each word and the clause it stands in.

What people say they are (gender, age, origin, health, faith, family, home, means) comes in phrases, so that the words
are judged together: of all ways to mark them the likeliest is taken, given how seldom one phrase turns into another
inside a clause (``chain``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from assistant.models.embedded.learnt.chain import likeliest
from assistant.models.embedded.learnt.linear import Linear, load, places_of
from assistant.models.embedded.learnt.naming import SURE, chances
from guardrails.name_words import is_given_name
from retrieval.analysis import Word, normalise
from retrieval.analysis.morphology import readings
from retrieval.analysis.words import word_of

PLACES = 2**16
GAPS = (" '", ',;:-–—("„”«»', ".!?…+)")
"""What may stand between two words: a blank or what joins them, the end of a clause, the end of a sentence."""
_LONGEST = 400
_FAINT = 0.02
_OF_WISH = 2.0
"""Log odds by which it is less likely that a word tells of the person where it surely names what is wished."""
_ROUNDS = 4
_JOINTS = frozenset("-'’ʼ/")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A word where it stands: ``start`` to ``end`` of the text, the mark ``before`` it, its ``clause`` by number."""

    word: Word
    start: int
    end: int
    before: str
    clause: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Message:
    """The words of a message and the mark after the last one."""

    words: tuple[Said, ...]
    last: str

    def of_clause(self, clause: int) -> tuple[Said, ...]:
        """Return the words of one clause."""
        return tuple(said for said in self.words if said.clause == clause)


@lru_cache(maxsize=1_024)
def told_of_person(text: str, least: float) -> tuple[tuple[int, int], ...]:
    """Return the parts of ``text``, as start and end, that tell of whoever asks or whom they ask for.

    ``least`` is the probability from which on a word by itself would count. Where all words that surely name what
    the message is about are among them, less and less is taken.
    """
    message = split(text)
    if not message.words:
        return ()
    model = load("personal")
    odds = scores(model, message) - np.log(least / (1 - least))
    named = np.array(chances([said.word for said in message.words])) >= SURE
    odds -= _OF_WISH * named
    steps = np.array(model.card["steps"])
    found = marked(odds, message, steps)
    for _ in range(_ROUNDS):
        if named.any() and np.all(np.array(found)[named]):
            odds -= _OF_WISH
            found = marked(odds, message, steps)
    return tuple(_parts(message.words, found))


def split(text: str) -> Message:
    """Return the words of ``text``, at most 400, with what stands between them."""
    found: list[Said] = []
    end, clause = 0, 0
    for match in list(_WORD.finditer(text))[:_LONGEST]:
        before = _mark(text[end : match.start()])
        clause += gap_of(before) > 0 and bool(found)
        found.append(
            Said(word_of(normalise(match[0])), match.start(), match.end(), before, clause, match[0][:1].isupper())
        )
        end = match.end()
    return Message(tuple(found), _mark(text[end:]) if end else " ")


def scores(model: Linear, message: Message) -> NDArray[np.float64]:
    """Return the log odds of each word."""
    rows = (places_of(of_word, PLACES) for of_word in features(message))
    return np.array([model.scores(at, model.rarity[at])[0] for at in rows], np.float64)


def gap_of(mark: str) -> int:
    """Return the place in ``GAPS`` of a mark between two words; what is listed nowhere ends a clause."""
    return next((kind for kind, marks in enumerate(GAPS) if mark in marks), 1)


def marked(odds: NDArray[np.float64], message: Message, steps: NDArray[np.float64]) -> list[bool]:
    """Return the likeliest marking: ``steps`` are log probabilities by gap, mark of the word before, own mark."""
    return likeliest(odds, steps[[gap_of(said.before) for said in message.words[1:]]])


def features(message: Message) -> Iterator[Iterator[str]]:
    """Yield for each word what is seen of it: itself, three neighbours on each side, marks, its clause."""
    clauses = [message.of_clause(clause) for clause in range(message.words[-1].clause + 1)]
    starts = np.cumsum([0, *map(len, clauses)]).tolist()
    naming = [_tenths(chance) for chance in chances([said.word for said in message.words])]
    for place, said in enumerate(message.words):
        own, start = clauses[said.clause], starts[said.clause]
        yield chain(
            _of_word(message, place, own, place - start, len(clauses)),
            _of_wish(naming, place, range(start, start + len(own))),
        )


def _of_word(message: Message, place: int, own: Sequence[Said], inside: int, clauses: int) -> Iterator[str]:
    said = message.words[place]
    word = said.word
    lemma = _lemma(said)
    around = {step: _at(message, place + step) for step in (-3, -2, -1, 1, 2, 3)}
    yield "every"
    yield from (f"lemma {one}" for one in word.lemmas)
    yield f"form {word.folded}"
    yield from (f"end {word.folded[-size:]}" for size in (2, 3, 4))
    yield from (f"start {word.folded[:size]}" for size in (4, 5))
    for step, other in around.items():
        yield f"{'near' if step < 0 else 'follow'} {_lemma(other)}"
        if abs(step) < 3:
            yield f"at {step} {_lemma(other)}"
            yield from (
                f"at {step} {part}" for part in ((other.word.folded[:5], other.word.folded[-3:]) if other else ())
            )
    yield f"pair {_lemma(around[-1])} {lemma}"
    yield f"pair {lemma} {_lemma(around[1])} ."
    yield f"before {_lemma(around[-2])} {_lemma(around[-1])}"
    yield f"after {_lemma(around[1])} {_lemma(around[2])}"
    after = _before(around[1], message.last)
    yield from (f"mark {said.before}", f"mark {after} .", f"mark {said.before} {lemma}", f"mark {after} {lemma} .")
    yield f"marks {said.before}{after}"
    yield f"inside {min(inside, 5)}"
    yield f"clause of {min(len(own), 8)}"
    yield f"clause {min(said.clause, 3)} of {min(clauses, 4)}"
    yield f"first {_lemma(own[0])}"
    yield f"first {' '.join(_lemma(one) for one in own[:2])} ."
    yield f"last {_lemma(own[-1])}"
    yield f"ends {_before(_at(message, place - inside + len(own)), message.last)}"
    yield from (f"beside {_lemma(other)}" for other in own if other is not said)
    yield f"clause before {_lemma(_at(message, place - inside - 1))}"
    yield f"clause after {_lemma(_at(message, place - inside + len(own)))}"
    yield from (f"tag {one}" for one in _tags(word.surface))
    yield from (f"tag {step} {one}" for step in (-1, 1) if (other := around[step]) for one in _tags(other.word.surface))
    yield from (f"first tag {one}" for one in _tags(own[0].word.surface))
    if said.capital and is_given_name(word.surface.title()):
        yield from ("name", f"name after {_lemma(around[-1])}")
    if digits := next((one for one in word.lemmas if one.isdecimal()), ""):
        yield from ("number", f"number {len(digits)} {digits[:-1]}", f"number then {_lemma(around[1])}")
    if said.capital and place:
        yield from ("capital", f"capital {_lemma(around[-1])}", f"capital {word.known}")


def _of_wish(naming: Sequence[int], place: int, own: range) -> Iterator[str]:
    """How surely the word names what is wished, how surely another of its clause and one elsewhere does."""
    here = naming[place]
    before, after = naming[place - 1] if place else -1, naming[place + 1] if place + 1 < len(naming) else -1
    yield f"wish {here}"
    yield f"wish {before} {here} {after}"
    yield f"wish beside {max(naming[own.start : own.stop])}"
    yield f"wish elsewhere {max((*naming[: own.start], *naming[own.stop :]), default=-1)}"


def _tenths(chance: float) -> int:
    return min(9, int(10 * chance)) + (chance > _FAINT)


@lru_cache(maxsize=16_384)
def _tags(surface: str) -> tuple[str, ...]:
    """What Polish words are: the part of speech, whether a person is meant, whether the speaker is."""
    tags = [tag for _, tag in readings(surface)] if surface.isalpha() else []
    found = {tag.partition(":")[0] for tag in tags}
    found |= {"m1" for tag in tags if tag.startswith("subst") and ":m1" in tag}
    found |= {"pri" for tag in tags if ":pri" in tag}
    return tuple(sorted(found))


def _at(message: Message, place: int) -> Said | None:
    return message.words[place] if 0 <= place < len(message.words) else None


def _lemma(said: Said | None) -> str:
    return said.word.lemmas[0] if said else "^"


def _before(said: Said | None, last: str) -> str:
    return said.before if said else f"{last}$"


def _mark(between: str) -> str:
    """The mark that separates most among what stands between two words; ``'`` where it joins them."""
    if between in _JOINTS:
        return "'"
    marks = [mark for mark in between if not mark.isspace()]
    return max(marks, key=gap_of, default=" ")


def _parts(words: Sequence[Said], found: Sequence[bool]) -> Iterator[tuple[int, int]]:
    found = list(found)
    for place in range(len(words) - 1, 0, -1):
        if words[place].before == "'":  # «I'm» goes whole or stays whole
            found[place - 1] = found[place]
    start: int | None = None
    for place, told in enumerate((*found, False)):
        if told and start is None:
            start = place
        elif not told and start is not None:
            yield words[start].start, words[place - 1].end
            start = None
