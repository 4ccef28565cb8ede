"""Which words of a message name what it is about, by a linear model on each word and its neighbours.

A name is several words more often than not («grzebać w komputerach»), so that they are judged together (``chain``).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.models.embedded.learnt.chain import probabilities
from assistant.models.embedded.learnt.linear import MODEL, Linear, load, places_of
from assistant.models.embedded.learnt.wants import leans
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import readings

PLACES = 2**16
SURE = 0.35
"""From this probability on a word counts as one of the subject's; set on questions not learnt from."""
WISHED = 0.15
"""The same in a wish, told in more and rarer words; set on requests of a writer not learnt from."""
ALONE = 0.1
"""The same where no word is sure and the message does not lean on what was said before."""
NAMES = MODEL / "names.txt"
_LONGEST = 400
_FINITE = frozenset({"impt", "fin", "praet", "bedzie", "imps"})
_QUOTED = re.compile(r"[„“\"«‚]([^„“”\"«»‚’]{3,120})[”“\"»’]")


@lru_cache(maxsize=1_024)
def naming_words(text: str, least: float = SURE) -> frozenset[int]:
    """Return the places of the words of ``text``, as ``analyse`` numbers them, that name what it is about.

    ``least`` is the probability that is enough.
    """
    words = analyse(text, max_words=_LONGEST).words
    likely = chances(words)
    found = {place for place, chance in enumerate(likely) if chance >= least} | _quoted(text, words)
    if not found and not leans(text):
        found = {place for place, chance in enumerate(likely) if chance >= ALONE and _may_name(words[place])}
    return frozenset(found)


def _may_name(word: Word) -> bool:
    """Tell whether a word may be a name by itself: no stop word, no finite verb («pomóż», «szukam»)."""
    return not word.stop and not is_finite(word)


def is_finite(word: Word) -> bool:
    """Tell whether a word is a finite verb and nothing else («pomóż», «szukam»)."""
    tags = [tag.partition(":")[0] for _, tag in readings(word.surface)]
    return bool(tags) and _FINITE.issuperset(tags)


def _quoted(text: str, words: Sequence[Word]) -> set[int]:
    """What stands in quotation marks is a name."""
    return {place for quoted in _QUOTED.findall(text) for place in places_in(words, quoted)}


def places_in(words: Sequence[Word], part: str) -> range:
    """Return the places at which ``part`` first stands among ``words``; none where it does not."""
    said, wanted = [word.surface for word in words], [word.surface for word in analyse(part).words]
    size = len(wanted)
    starts = (at for at in range(len(said) - size + 1) if wanted and said[at : at + size] == wanted)
    start = next(starts, None)
    return range(0) if start is None else range(start, start + size)


def chances(words: Sequence[Word]) -> tuple[float, ...]:
    """Return for each word the probability that it names the subject, which the words beside it do or do not."""
    if not words:
        return ()
    model = load("naming")
    return tuple(probabilities(scores(model, words), np.array(model.card["steps"])).tolist())


def scores(model: Linear, words: Sequence[Word]) -> NDArray[np.float64]:
    """Return the log odds of each word by itself."""
    rows = (places_of(features(words, place), PLACES) for place in range(len(words)))
    return np.array([model.scores(at, model.rarity[at])[0] for at in rows], np.float64)


def features(words: Sequence[Word], place: int) -> Iterator[str]:
    """Return what is seen of one word: itself, its ending, its neighbours, whether names of records hold them."""
    word = words[place]
    before2, before, after, after2 = (_at(words, place + step) for step in (-2, -1, 1, 2))
    yield "every"
    yield from (f"lemma {lemma}" for lemma in word.lemmas)
    yield f"form {word.folded}"
    yield from (f"end {word.folded[-size:]}" for size in (2, 3))
    yield f"start {word.folded[:4]}"
    for name, other in (("before", before), ("after", after), ("before2", before2), ("after2", after2)):
        yield f"{name} {_lemma(other)}"
    yield f"pair {_lemma(before)} {_lemma(word)}"
    yield f"pair {_lemma(word)} {_lemma(after)} ."
    kinds = [_kind(other) for other in (before2, before, word, after, after2)]
    yield f"kind {kinds[2]}"
    yield f"kinds {''.join(kinds[1:4])}"
    yield f"kinds {''.join(kinds)}"
    yield f"from start {min(place, 6)}"
    yield f"from end {min(len(words) - 1 - place, 6)}"
    yield f"words {min(8, len(words))}"
    if any(character.isdigit() for character in word.surface):
        yield "digits"


def _at(words: Sequence[Word], place: int) -> Word | None:
    return words[place] if 0 <= place < len(words) else None


def _lemma(word: Word | None) -> str:
    return word.lemmas[0] if word else "^"


def _kind(word: Word | None) -> str:
    """``x`` none, ``s`` a stop word, ``n`` a word of the names of records, ``k`` another known one, ``u`` unknown."""
    if word is None:
        return "x"
    if word.stop:
        return "s"
    if not names_of_records().isdisjoint(word.lemmas):
        return "n"
    return "k" if word.known else "u"


@cache
def names_of_records() -> frozenset[str]:
    """Return the lemmas of the words that the names of records consist of."""
    return frozenset(NAMES.read_text("utf-8").split())
