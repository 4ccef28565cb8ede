"""The branches of schooling whose occupations are asked for: «wypisz zawody z branży leśnej», «jobs in forestry»."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from assistant.models.embedded.asked.lists import (
    is_guarded,
    is_idle,
    levels_named,
    names_occupations,
    names_things,
    taught_words,
)
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.patterns import folded
from retrieval.analysis import Word, analyse

FILE = Path(__file__).with_name("branches.yaml")
MOST_WORDS = 16
ANY, NOW = "*", "now"
"""All branches of a type of school; the newest forecast."""

_ENDINGS = (0, 0, 0, 0, 3, 5)
"""So many letters a word may have more than the beginning it is told by, by the letters of that."""
# Branches of more than one word are told by what they end with («branża opieki zdrowotnej»).
_NAMED = re.compile(
    r"\bbran[żz](?:a|y|ie|ę|e|ą|i)\s+((?!i\s|w\s|z\s|na\s)[^\W\d]+(?:-[^\W\d]+)*"
    r"(?:\s+(?:mody|zdrowotnej|społecznej|spolecznej|wodnego|lotniczego|kolejowego|drogowego|precyzyjnej)\b)?)",
    re.IGNORECASE,
)
_CODES = re.compile(r"\bbranży ([A-Z]{3}(?: [A-Z]{3})*)\b")
_WHAT_IS_IN = re.compile(r"\W*co (?:jest|są|sa|macie|mamy) (?:w|z) bran", re.IGNORECASE)
_SCHOOLS = {
    "BS II": re.compile(
        r"\b(?:II|drugiego|2)\.? stop|\b(?:stage|degree) (?:II|2|two)\b|\bsecond[- ](?:stage|degree)|"
        r"\b(?:II|2|друг\w+) ступ",
        re.IGNORECASE,
    ),
    "BS I": re.compile(
        r"\b(?:I|pierwszego|1)\.? stop|\bbran[żz][oó]w(?:ej|a|ą|ce|ka|ki|k[eęa]|kach)\b|\bzawod[oó]w(?:ce|ka|ki)\b|"
        r"\b(?:stage|degree) (?:I|1|one)\b|\bfirst[- ](?:stage|degree)|\bvocational schools?\b|"
        r"\b(?:I|1|перш\w+) ступ|\bгалузев\w+ школ|\bбранжов\w+",
        re.IGNORECASE,
    ),
    "technikum": re.compile(
        r"\b(?:technik(?:um|ach)|technical (?:upper |secondary )*schools?|технікум\w*)\b", re.IGNORECASE
    ),
    "szkoła policealna": re.compile(r"policeal|post[- ]secondary|поліцеальн", re.IGNORECASE),
}


def branches_listed(question: str) -> tuple[str, ...]:
    """Return the branches, by code or in the question's words, whose occupations it asks for; else nothing."""
    if codes := _CODES.search(question):
        return tuple(codes[1].split())
    named = _NAMED.search(question)
    if named is not None and "?" not in question[: named.start()]:
        asked = bool(_WHAT_IS_IN.match(question)) or lexicon.has(question, "listed_of_branch") or counts(question)
        first = _fullest(named[1]) or (named[1],)
        return tuple(dict.fromkeys((*first, *_beside(question[named.end() :])))) if asked else ()
    words = analyse(question, max_words=MOST_WORDS + 1).words
    if len(words) > MOST_WORDS or is_guarded(words):
        return ()
    field = _fields_named(words)
    if not (names_occupations(words) or (field and names_things(words))):
        return ()
    return _asked_alone(question, words)


def branches_followed(question: str, before: str) -> tuple[str, ...]:
    """Return the branches a short question asks for after such a list: another one, or a school of the same."""
    last = branches_listed(before)
    words = analyse(question, max_words=MOST_WORDS + 1).words
    if not last or len(words) > MOST_WORDS or is_guarded(words):
        return ()
    if named := _asked_alone(question, words):
        return named
    idle = all(word.stop or _is_beside(word) for word in words)
    narrows = school_named(question) or counts(question) or forecast_in(question) or of_technicians(question)
    return last if idle and narrows else ()


def asked_again(branches: Sequence[str], question: str, before: str = "") -> str:
    """Return the question for a list of ``branches``, as it is kept for the next turn; ``question`` names a school.

    Where nothing but the number is asked, what narrowed the list ``before`` is kept.
    """
    narrows = school_named(question) or forecast_in(question) or of_technicians(question) or levels_in(question)
    if counts(question) and before and not narrows:
        narrowed = before.partition(": ")[2].removeprefix(_COUNTED) if before.startswith(_AGAIN) else before
        question = f"{_COUNTED}{narrowed}"
    return f"{_AGAIN}{' '.join(branches)}: {question}"


def only_counted(question: str) -> bool:
    """Tell whether after the list of a branch nothing but its number is asked («a ile ich jest?»)."""
    return question.startswith(_AGAIN) and question.partition(": ")[2].startswith(_COUNTED)


def _at(school: str, question: str) -> int:
    found = _SCHOOLS[school].search(question)
    return found.start() if found else 0


def lists_qualifications(question: str) -> bool:
    """Tell whether the qualifications of a branch are asked for, not its occupations."""
    words = analyse(question, max_words=MOST_WORDS + 1).words
    return names_things(words) and not names_occupations(words)


def counts(question: str) -> bool:
    """Tell whether it is asked how many there are."""
    words = [word.folded for word in analyse(question, max_words=MOST_WORDS + 1).words]
    return any(word in _stems(_HOW_MANY) for word in words) or words[:2] == ["how", "many"]


def forecast_in(question: str) -> str:
    """Return the year of the forecast of demand that occupations are to be on; ``now`` where none is told."""
    words = [word.folded for word in analyse(question, max_words=MOST_WORDS + 1).words]
    if not any(word.startswith(_stems(_FORECAST)) for word in words):
        return ""
    return next((word for word in words if word.isdecimal() and word.startswith("20") and len(word) == 4), NOW)


def of_technicians(question: str) -> bool:
    """Tell whether only the occupations of technicians are asked for («na poziomie technika», «zawody technika»)."""
    return any(word.folded in _stems(_TECHNICIANS) for word in analyse(question, max_words=MOST_WORDS + 1).words)


def levels_in(question: str) -> tuple[int, ...]:
    """Return the levels of the framework that a question names."""
    listed = levels_named(analyse(question, max_words=MOST_WORDS + 1).words)
    return tuple(listed)


def school_listed(question: str, before: str = "") -> str:
    """Return the question for a list of what a type of school teaches, where ``question`` asks for one; else nothing.

    After such a list a few words ask it of another type («a w technikum?»), or how many there are.
    """
    words = analyse(question, max_words=MOST_WORDS + 1).words
    if not 0 < len(words) <= MOST_WORDS or is_guarded(words) or _fields_named(words):
        return ""
    idle = all(word.stop or _is_beside(word) or word.folded.startswith(taught_words()) for word in words)
    if not idle:
        return ""
    if school_named(question) and names_occupations(words):
        return question
    if before and school_listed(before) and (school_named(question) or counts(question)):
        return f"zawody: {question}" if school_named(question) else f"ile zawody: {before}"
    return ""


def only_there(question: str) -> bool:
    """Tell whether occupations are meant that no other school teaches («tylko w szkole policealnej»)."""
    return any(word.folded in _stems(_ONLY) for word in analyse(question, max_words=MOST_WORDS + 1).words)


def school_named(question: str) -> str:
    """Return the type of school a question names, as records call it; else nothing."""
    return next((school for school, words in _SCHOOLS.items() if words.search(question)), "")


def without_school(question: str) -> tuple[str, str]:
    """Return the one type of school that a message names, and the message without the words for it.

    Where none is named, or several are to be told apart, there is no type and the message is as it was.
    """
    school = school_named(question)
    others = (
        name
        for name, words in _SCHOOLS.items()
        if name != school and not {name, school} <= _STAGES and words.search(question)
    )
    if not school or any(others) or _NOT_THERE.search(question[: _at(school, question)]):
        return "", question  # «without technikum» wishes none
    return school, " ".join(_OF_ITS_NAME.sub(" ", _SCHOOLS[school].sub(" ", question)).split())


def _asked_alone(question: str, words: Sequence[Word]) -> tuple[str, ...]:
    """The branches named where the question names nothing else."""
    found = {code: spans for code in _begins() if (spans := _places(code, question, words))}
    spoken = {place for spans in found.values() for place in spans}
    left = (word for place, word in enumerate(words) if place not in spoken and not word.stop)
    if not found or not all(map(_is_beside, left)):
        return ()
    most = max(len(spans) for spans in found.values())  # «road transport» is one, «transport» several
    return tuple(code for code, spans in found.items() if len(spans) == most)


def _beside(rest: str) -> tuple[str, ...]:
    """The branches named right behind another one: «leśnej i rybackiej», «budowlanej, a ile w leśnej»."""
    words = analyse(rest, max_words=MOST_WORDS).words
    found: list[str] = []
    for place, word in enumerate(words):
        codes = [code for code in _begins() if len(code) == _CODE and place in _places(code, rest, words)]
        if not codes and not (word.stop or _is_beside(word)):
            break
        found += codes
    return tuple(found)


def _fields_named(words: Sequence[Word]) -> bool:
    return any(word.folded.startswith(_fields()) and not _SCHOOLS["BS I"].match(word.surface) for word in words)


def _is_beside(word: Word) -> bool:
    of_school = bool(_SCHOOLS["technikum"].match(word.surface)) or word.folded.startswith(_stems(_OF_SCHOOL))
    narrowed = word.folded.startswith(_stems((*_FORECAST, *_LEVELS))) or word.folded in _stems(
        (*_TECHNICIANS, *_ONLY, *_HOW_MANY)
    )
    return is_idle(word) or of_school or narrowed or word.folded.isdecimal() or word.folded.startswith(_fields())


def _fullest(name: str) -> tuple[str, ...]:
    """The one branch a name in Polish is told by, where the words of its own name are others («przemysłu mody»)."""
    words = analyse(name).words
    found = [code for code in _begins() if len(_places(code, name, words)) == len([w for w in words if not w.stop])]
    return tuple(found) if len(found) == 1 and len(found[0]) == len("BUD") else ()


def _places(code: str, question: str, words: Sequence[Word]) -> set[int]:
    """The places of the words of ``question`` that tell a branch."""
    places: set[int] = set()
    for begins in _begins()[code]:
        for at in range(len(words) - len(begins) + 1):
            pairs = list(zip(words[at : at + len(begins)], begins, strict=True))
            if all(_fits(word, begin, question) for word, begin in pairs):
                places.update(range(at, at + len(begins)))
    return places


def _fits(word: Word, begin: str, question: str) -> bool:
    if begin.isupper():
        return word.folded == folded(begin) and re.search(rf"\b{begin}\b", question) is not None
    most = _ENDINGS[min(len(begin), len(_ENDINGS) - 1)]
    return word.folded.startswith(begin) and len(word.folded) - len(begin) <= most


_NOT_THERE = re.compile(
    r"\b(?:bez|nie|poza|oprócz|oprocz|without|not|no|except|без|не|крім|окрім)\s+(?:\S+\s+){0,2}$", re.IGNORECASE
)
_STAGES = frozenset({"BS I", "BS II"})
_OF_ITS_NAME = re.compile(
    r"\b(?:bran[żz]ow\w+|szko[łl]\w*|stop(?:nia|ień|ien)|schools?|школ\w*|ступен\w*)\b", re.IGNORECASE
)
_OF_SCHOOL = (
    "szkoł",
    "stopni",
    "stop",
    "stage",
    "degree",
    "ступ",
    "school",
    "vocational",
    "technical",
    "secondary",
    "post",
    "школ",
    "policealn",
    "поліцеал",
    "branżow",
    "zawodówk",
    "галузев",
    "бранжов",
    "перш",
    "друг",
    "first",
    "second",
    "pierwsz",
    "drug",
)
_CODE = len("BUD")
_AGAIN, _COUNTED = "zawody z branży ", "ile zawodów: "
_FORECAST = ("prognoz", "deficyt", "forecast", "demand", "shortage", "прогноз", "дефіцит")
_LEVELS = ("poziom", "level", "prk", "рівень", "рівн", "nazw", "kod", "name", "code", "назв", "код")
_TECHNICIANS = ("technika", "technikow", "technicy", "technician", "technicians", "техніка", "техніків")
_ONLY = ("tylko", "wyłącznie", "jedynie", "only", "solely", "тільки", "лише", "виключно")
_HOW_MANY = ("ile", "ilu", "liczba", "скільки")
_FIELDS = ("branż", "sektor", "dziedzin", "obszar", "przemysł", "sector", "industr", "branch", "field", "area", "trade")
_FIELDS_UK = ("галуз", "сфер", "сектор", "промислов", "індустр", "ділян")


@cache
def _fields() -> tuple[str, ...]:
    return _stems((*_FIELDS, *_FIELDS_UK))


@cache
def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(folded, words))


@cache
def _begins() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By branch the beginnings of words, those of two words together."""
    data = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return {
        str(code): tuple(
            tuple(one if one.isupper() else folded(one) for one in str(said).split()) for said in (code, *names)
        )
        for code, names in data.items()
    }
