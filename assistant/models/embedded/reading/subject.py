"""What a question is about, in its own words: the subject, the two sides of a comparison, codes."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, takewhile

from assistant.models.embedded.person.change import is_somebody
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent, Reading, intent_reader
from retrieval.analysis import Analysis, Word, analyse

NOTICE = "MP-"
MOST_SIDES = 3
MOST_WORDS_OF_SIDE = 5
_SCHOOL_CODE = re.compile(r"^[a-z]{2,3}\.\d{1,2}$")
# The ids of the register's cards lie in this range.
_REGISTER_ID = re.compile(r"^1[2-4]\d{3}$")
# A code of the formula of 2012: «A.22».
_OLD_CODE = re.compile(r"\b[A-Z]\.\d{1,2}\b(?!\.)")
_NOTICE = re.compile(r"\bM\.?\s?P\.?\s+(?:z\s+)?(\d{4})\s*r?\.?,?\s*poz\.?\s*(\d{1,5})\b", re.IGNORECASE)
_EITHER = re.compile(r"\s(?:a|i|czy|lub|albo|oraz|and|or|vs\.?|та|і|й|чи|або)\s|,\s", re.IGNORECASE)
_OR = re.compile(r"(?:,|\s)(?:czy|or|чи|vs\.?)\s", re.IGNORECASE)
_THINGS = re.compile(rf"{_OR.pattern}|,\s", re.IGNORECASE)
_NAMES_ONLY = re.compile(r"^[^\W\d]+(?: [^\W\d]+){0,3}(?:, [^\W\d]+(?: [^\W\d]+){0,3}){1,2}[.?!]?$")
_AND = re.compile(r"\sa\s", re.IGNORECASE)
# «Między technikiem hotelarstwa a logistykiem», up to where another clause begins.
_BETWEEN = re.compile(
    r"\b(?:po)?mi[ęe]dzy\s+(?P<pl>[^.,;?!]+?\s(?:a|i)\s[^.,;?!]+)|\bbetween\s+(?P<en>[^.,;?!]+?\sand\s[^.,;?!]+)|"
    r"\bміж\s+(?P<uk>[^.,;?!]+?\s(?:а|і|й|та)\s[^.,;?!]+)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s(?:a|i|and|а|і|й|та)\s", re.IGNORECASE)
_LEADING_OR = re.compile(r"(?:^\W*|[.!?]\s+)(?:a\s+)?(?:czy|чи)\s|[:–]\s", re.IGNORECASE)
_SEPARATORS = re.compile(
    r"\s(?:a|od|i|z|czy|oraz|and|from|or|with|vs\.?|та|чи|від|і|з)\s|\s[-–—]\s|[,:]\s", re.IGNORECASE
)
# «Cukiernik - dyplom mistrzowski» is one name.
_PAPER = re.compile(r"\s[-–—]\s(dyplom mistrzowski|świadectwo czeladnicze)", re.IGNORECASE)


def subject_of(words: Sequence[Word], used: Iterable[int]) -> str:
    """The words from the first to the last that are neither asking words nor stop words."""
    used = frozenset(used)
    unwanted = {i + 1 for i, word in enumerate(words) if word.folded in lexicon.words("without")}
    places = [i for i, word in enumerate(words) if i not in used and not word.stop and i not in unwanted]
    places = [i for i in places if set(words[i].lemmas).isdisjoint(lexicon.words("noise"))]
    if not places:
        return ""
    inside = range(places[0], places[-1] + 1)
    kept = (i for i in inside if i in places or (words[i].stop and i not in used and i not in unwanted))
    return " ".join(words[i].surface for i in kept)


def is_old(code: str) -> bool:
    """Tell whether a code is one of the formula of 2012, which only rules speak of."""
    return bool(_OLD_CODE.fullmatch(code))


def names_something(text: str) -> bool:
    """Tell whether ``text`` has a word that could name a thing of the field."""
    lemmas = [set(word.lemmas) for word in analyse(text).content if not word.surface.isdigit()]
    idle = lexicon.words("generic") | lexicon.words("around") | lexicon.words("noise") | frozenset(lexicon.ordinals())
    return any(word.isdisjoint(idle) for word in lemmas)


def without_kinds(subject: str) -> str:
    """Return a subject without the words for a kind of qualification («rynkowa», «cząstkowe»)."""
    kinds = lexicon.words("kinds_of_papers")
    return " ".join(word.surface for word in analyse(subject).words if kinds.isdisjoint((*word.lemmas, word.folded)))


def names_a_kind_of(question: str) -> bool:
    """Tell whether a word for a kind of thing is followed by a name («kwalifikację Tresura smoków», «kurs na …»)."""
    return bool(named_as_a_kind(question))


def named_as_a_kind(question: str) -> tuple[Word, ...]:
    """Return the words of the name that follows a word for a kind of thing; none where none follows."""
    words = [word for word in analyse(question, max_words=100).words if not word.stop]
    kinds = lexicon.words("around") - {"rejestr", "register", "polish", "poland", "polska", "polski"}
    idle = intent_reader().asking | lexicon.words("noise") | kinds
    starts = (at + 1 for at, word in enumerate(words) if not kinds.isdisjoint(word.lemmas))
    names = (tuple(takewhile(lambda word: idle.isdisjoint(word.lemmas), words[start:])) for start in starts)
    return next((name for name in names if name), ())


def excluded_in(words: Sequence[Word]) -> str:
    """The negative wishes of the question («bez matury»), for the search to understand."""
    pairs = pairwise(words)
    return " ".join(f"{a.surface} {b.surface}" for a, b in pairs if a.folded in lexicon.words("without"))


def unknown_levels(words: Sequence[Word]) -> tuple[str, ...]:
    """The numbers beside the word «level» that are no level of the framework."""
    named = [i for i, word in enumerate(words) if set(word.lemmas) & lexicon.words("level")]
    beside = (words[i + step].surface for i in named for step in (-1, 1) if 0 <= i + step < len(words))
    return tuple(number for number in beside if number.isdigit() and not 1 <= int(number) <= 8)


def sides_of(question: str, reading: Reading, words: Sequence[Word]) -> tuple[str, ...]:
    """The things to be told apart, each without the asking words."""
    asking = {words[i].surface for i in reading.used if not is_somebody(words[i].surface)}
    head, colon, tail = question.rpartition(": ")
    common = [word for word in _named(head, asking) if names_something(word)] if colon else []
    parts = _PAPER.sub(r" \1", (tail or question).strip(" ?!."))
    sides = (_named(side, asking) for side in _SEPARATORS.split(parts))
    return tuple(" ".join((*common, *side)) for side in sides if side)[:4]


def either_of(question: str) -> tuple[str, ...]:
    """The two or three things of which one is to be chosen («technik masażysta czy podolog?»); none where more is said.

    Each is what is left of its part without the words of choosing.
    """
    if between := _BETWEEN.search(question):
        question = " czy ".join(_JOINED.split(next(filter(None, between.groups())), 1))
    whole = analyse(question, max_words=100).words
    fields = {intent for intent, _ in attributes_in(whole)} - {Intent.COMPARE}
    if fields or any(word.folded in lexicon.words("negation") for word in whole):
        return ()
    idle = lexicon.words("choosing") | lexicon.words("noise")
    asked = _LEADING_OR.sub("", question)
    said = [analyse(part).words for part in _THINGS.split(asked)]
    if not _OR.search(asked):  # «technik logistyk a spedytor», «elektryk, spawacz»: names and nothing else
        said = said if _NAMES_ONLY.match(asked) else [analyse(part).words for part in _AND.split(asked)]
        if any(word.stop for words in said for word in words):
            return ()
    kept = ([w for w in words if not w.stop and idle.isdisjoint((*w.lemmas, w.folded))] for words in said)
    sides = tuple(" ".join(word.surface for word in words) for words in kept)
    fitting = all(names_something(side) and len(side.split()) <= MOST_WORDS_OF_SIDE for side in sides)
    return sides if 1 < len(sides) <= MOST_SIDES and fitting else ()


def asked_of(question: str, named: Collection[str]) -> tuple[str, ...]:
    """The things that one question is asked of («ekspert a specjalista – jaki poziom?»), where there are several.

    ``named`` are the words that name something.
    """
    said = (analyse(part).words for part in _EITHER.split(question))
    parts = (" ".join(word.surface for word in words if word.surface in named) for words in said)
    things = tuple(dict.fromkeys(part for part in parts if names_something(part)))
    return things if len(things) > 1 else ()


def _named(text: str, asking: Iterable[str]) -> list[str]:
    """The codes and words of ``text`` that are neither asking words nor stop words."""
    analysis = analyse(text)
    said = [word.surface for word in analysis.words if word.surface not in asking and not word.stop]
    return [*analysis.codes, *said]


def codes_in(question: str, analysis: Analysis) -> tuple[str, ...]:
    """Codes of qualifications and occupations, ids of the register's cards, positions of Monitor Polski."""
    notices = [f"{NOTICE}{year}-{position}" for year, position in _NOTICE.findall(question)]
    ids = [word.surface for word in analysis.words if _REGISTER_ID.match(word.surface)]
    old = [code.upper() for code in _OLD_CODE.findall(question)]
    return tuple(notices or old or [code.upper() for code in (*analysis.codes, *ids) if _is_code(code)])


def _is_code(code: str) -> bool:
    return bool(_SCHOOL_CODE.match(code)) or (code.isdigit() and len(code) in (5, 6))
