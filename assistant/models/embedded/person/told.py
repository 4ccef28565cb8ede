"""What a question tells of the person who asks, as far as a tool of advice has an argument for it."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from retrieval.analysis import Word, analyse, fold

FILE = Path(__file__).with_name("told.yaml")
OF_AGE = 18
YOUNGEST = 10
SCHOOL, LICENCE = "school", "licence"
PAPERS = (SCHOOL, "degree", LICENCE)
_YEARS_AT_MOST = 60
_STEM = 4
"""A listed word of so many letters stands for all that begin with it."""

_OLDEST = 100
_NEAR_WORK = 5
"""So many words from a number of years a word for working makes them years of work."""

_NEAR = 3
"""So many words before a word of schooling are looked at for one that says it is the person's own."""


def constraints_in(question: str) -> dict[str, Any]:
    """Return the arguments of ``career_pathway`` that the question tells; what it does not tell is left out."""
    words = analyse(question, max_words=200).words
    found: dict[str, Any] = {}
    if schooling := _schooling(words):
        found["schooling"] = schooling
    if (adult := _adult(words)) is not None:
        found["adult"] = adult
    if (years := _years(words)) is not None:
        found["years_in_occupation"] = years
    for key in ("without_school", "without_course"):
        if _without(words, key):
            found[key] = True
    if foreign := _foreign(words):
        found["foreign"] = foreign
    return found


def lacks_papers(message: str) -> bool:
    """Tell whether somebody says that they have no paper for what they can do («bez papierów», «паперів нема»)."""
    words = analyse(message, max_words=200).words
    return any(_no_such_paper(words, place) for place, word in enumerate(words) if _says(word, "papers"))


def _no_such_paper(words: Sequence[Word], place: int) -> bool:
    """«Bez papierów», «паперів нема»; not «bez matury dostanę dyplom» nor «a diploma without school»."""
    near = words[max(0, place - _NEAR) : place]
    if any(_says(one, "lacking") and not _says(one, "without") for one in (*near, *words[place + 1 : place + 2])):
        return True
    last = next((at for at in reversed(range(len(near))) if _says(near[at], "without")), None)
    return last is not None and not any(_says(one, "gained") for one in near[last + 1 :])


def lacks_matura(message: str) -> bool:
    """Tell whether somebody says that they have no matura."""
    words = analyse(message, max_words=60).words
    return any(_is_lacked(words, place) for place, word in enumerate(words) if _says(word, "matura"))


def age_in(question: str) -> dict[str, int]:
    """Return how old the person says they are, as ``age``; empty where they do not say it."""
    words = analyse(question, max_words=200).words
    ages = _ages(words)
    return {"age": ages[0]} if ages and not _years(words) else {}


def counts_years(message: str) -> bool:
    """Tell whether a number of years is named («nie chcę się uczyć 5 lat»)."""
    return bool(_spans(analyse(message, max_words=200).words))


def papers_in(message: str) -> tuple[str, ...]:
    """Return which papers a message names: ``school``, ``degree``, ``licence``; none where it names none."""
    words = analyse(message, max_words=60).words
    return tuple(kind for kind in PAPERS if any(_says(word, f"foreign_{kind}") for word in words))


def preference_in(question: str) -> tuple[str, str] | None:
    """Return the factor that matters more and the one that matters less («ważniejsze zarobki niż zainteresowania»)."""
    words = analyse(question, max_words=100).words
    than = next((i for i, word in enumerate(words) if _says(word, "than")), None)
    if than is None:
        return None
    more, less = _factor(words[:than]), _factor(words[than + 1 :])
    return (more, less) if more and less and more != less else None


def field_of(sentence: str) -> str:
    """Return the field of the profile that a sentence about oneself fills; a goal where no verb says more."""
    words = analyse(sentence, max_words=60).words
    fields: Mapping[str, Sequence[str]] = _lists()["fields"]
    return next((str(name) for word in words for name, said in fields.items() if _any(word, said)), "goals")


def _schooling(words: Sequence[Word]) -> str:
    for name, lemmas in _lists()["schooling"].items():
        for place, word in enumerate(words):
            before = words[max(0, place - _NEAR) : place]
            owned = any(_says(one, "have") for one in before) and not _is_lacked(words, place)
            if _any(word, lemmas) and owned:
                return str(name)
    return ""


def _is_lacked(words: Sequence[Word], place: int) -> bool:
    """«Nie mam matury», «bez matury»; not «bez szkoły, mam maturę»."""
    just_before = any(_says(word, "lacking") for word in words[max(0, place - 2) : place])
    had = pairwise(words[max(0, place - _NEAR) : place])
    return just_before or any(_says(first, "lacking") and _says(second, "have") for first, second in had)


def _adult(words: Sequence[Word]) -> bool | None:
    """Whether the person is of age, where they say how old they are; years of work are no age."""
    if any(_says(word, "adult") for word in words):
        return True
    ages = _ages(words)
    return None if not ages or _years(words) else any(number >= OF_AGE for number in ages)


def _ages(words: Sequence[Word]) -> list[int]:
    """Years that somebody is old: «od 15 lat» and «za 3 lata» tell no age, nor do years of work."""
    told = [(number, at) for number, at in _spans(words) if YOUNGEST <= number < _OLDEST]
    return [n for n, at in told if not (_says(words[at - 1], "lasting") and at) and not _of_work(words, at)]


def _years(words: Sequence[Word]) -> int | None:
    """Years of work: a number of years beside a word for working."""
    told = [number for number, at in _spans(words) if number <= _YEARS_AT_MOST and _of_work(words, at)]
    return min(told) if told else None


def _spans(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The numbers of years with their places, but for those that lie ahead («za 3 lata»)."""
    numbers = ((place, _digits(word)) for place, word in enumerate(words[:-1]) if _says(words[place + 1], "years"))
    told = ((int(digits), place) for place, digits in numbers if digits)
    return [(number, at) for number, at in told if not lies_ahead(words, at)]


def lies_ahead(words: Sequence[Word], at: int) -> bool:
    """Tell whether the years at a place are still to come («za 3 lata emerytura»)."""
    return at > 0 and _says(words[at - 1], "ahead")


def is_denied(words: Sequence[Word], at: int) -> bool:
    """Tell whether the years at a place are those in which somebody did not work («nie pracowałem od 10 lat»)."""
    before = words[max(0, at - _NEAR_WORK) : at]
    return any(_says(one, "denied") and _says(other, "work") for one, other in pairwise(before))


def _of_work(words: Sequence[Word], at: int) -> bool:
    """Tell whether the years at a place are years of work: a word for it stands near, and is not denied.

    «Mam 44 lata i pracuję w biurze» tells an age, «mam 10 lat pracy» does not.
    """
    behind = words[at + 2 : at + 5]
    if any(_says(word, "work") for word in behind[:1]):
        return True
    if any(_says(word, "age_before") for word in words[max(0, at - 2) : at]):
        return False
    near = range(max(0, at - _NEAR_WORK), min(len(words), at + 2 + _NEAR_WORK))
    worked = [place for place in near if _says(words[place], "work")]
    return any(not (place and _says(words[place - 1], "denied")) for place in worked)


def _digits(word: Word) -> str:
    return next((lemma for lemma in word.lemmas if lemma.isdecimal() and len(lemma) <= 3), "")


def _without(words: Sequence[Word], key: str) -> bool:
    after = (words[place + 1 : place + 3] for place, word in enumerate(words) if _says(word, "without"))
    return any(_says(word, key) for few in after for word in few)


def _foreign(words: Sequence[Word]) -> str:
    if not any(_says(word, "foreign") for word in words):
        return ""
    kinds = (kind for kind in ("degree", "school") if any(_says(word, f"foreign_{kind}") for word in words))
    return next(kinds, "")


def _factor(words: Sequence[Word]) -> str:
    factors: Mapping[str, Sequence[str]] = _lists()["factors"]
    return next((str(name) for word in words for name, lemmas in factors.items() if _any(word, lemmas)), "")


def _says(word: Word, key: str) -> bool:
    return _any(word, _lists()[key])


def _any(word: Word, beginnings: Sequence[str]) -> bool:
    said = word.folded
    return any(said == one or (len(one) >= _STEM and said.startswith(one)) for one in beginnings)


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = _folded(yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader))
    return lists


def _folded(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _folded(value) for key, value in tree.items()}
    return frozenset(fold(str(word)) for word in tree)
