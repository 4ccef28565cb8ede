"""Which words of a clause may be of a name: no verb, no opinion; a rank goes on with what it is one of."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.models.embedded.learnt.naming import names_of_records
from assistant.models.embedded.words import lexicon
from retrieval.analysis import Word
from retrieval.analysis.morphology import readings

_FINITE = ("fin", "praet", "impt", "imps", "bedzie")
_VERBAL = ("fin", "praet", "impt", "imps", "inf", "bedzie", "pcon", "pant", "ppas", "winien")
_RANK = "technik"
_LICENCE = (
    {"prawo", "jazdy"},
    {"driving", "licence"},
    {"driving", "license"},
    {"водіиські", "права"},
)
MOST_LETTERS = 2


def of_names(words: Sequence[Word], named: frozenset[int], *, wished: bool) -> frozenset[int]:
    """Return the places of ``named`` without words that name nothing, and with the word after a bare «technika».

    In a wish a form of a verb may tell what is liked («coś szytego»).
    """
    fitting = frozenset(at for at in named if not is_opinion(words[at]) and (wished or not _is_done(words[at])))
    fitting = fitting - _founded(words)
    if all(not lexicon.words("of_papers").isdisjoint(words[at].lemmas) for at in fitting):
        return frozenset()  # «jak zgubiłam świadectwo, to skąd duplikat?»
    fitting = fitting - _of_licence(words) or fitting
    return fitting | {at + 1 for at, pair in enumerate(pairwise(words)) if at in fitting and _go_together(*pair)}


def _founded(words: Sequence[Word]) -> frozenset[int]:
    """«Robię paznokcie, chcę otworzyć salon»: a business to be opened is no trade."""
    return frozenset(
        at
        for at, word in enumerate(words)
        if not lexicon.words("of_life").isdisjoint((word.folded, *word.lemmas))
        and any(
            not lexicon.words("founding").isdisjoint((one.folded, *one.lemmas)) for one in words[max(0, at - 2) : at]
        )
    )


def _of_licence(words: Sequence[Word]) -> frozenset[int]:
    """«Prawo jazdy C+E mam, chcę jeździć na tirach»: a licence to drive and its category stand beside what is named."""
    starts = [at for at, pair in enumerate(pairwise(words)) if {(one.folded) for one in pair} in _LICENCE]
    letters = (at for start in starts for at in range(start + 2, len(words)) if len(words[at].surface) <= MOST_LETTERS)
    return frozenset((*(at + step for at in starts for step in (0, 1)), *letters)) if starts else frozenset()


def is_quality(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a name is one adjective and nothing else («w technicznych»): a kind of thing, no thing."""
    said = [word for word in words if word.surface in text.split()]
    if len(said) != 1 or " " in text:
        return False
    tags = [tag for _, tag in readings(said[0].surface)]
    return bool(tags) and all(tag.startswith("adj") for tag in tags)


def is_opinion(word: Word) -> bool:
    """«Fajne to?» says what one thinks of a thing."""
    return not lexicon.words("of_opinion").isdisjoint((word.folded, *word.lemmas))


def _is_done(word: Word) -> bool:
    """«Kiedy została wpisana?»: a form of a verb that stands in no name, a finite one in none at all."""
    tags = [tag.partition(":")[0] for _, tag in readings(word.surface)]
    if not tags or any(tag not in _VERBAL for tag in tags):
        return False
    return all(tag in _FINITE for tag in tags) or names_of_records().isdisjoint(word.lemmas)


def _go_together(rank: Word, after: Word) -> bool:
    """«Mam technika żywienia»: what names of records call one of that rank by."""
    of_rank = _RANK in rank.lemmas and not after.stop and not names_of_records().isdisjoint(after.lemmas)
    return of_rank and any(tag.startswith(("subst", "ger", "adj")) for _, tag in readings(after.surface))
