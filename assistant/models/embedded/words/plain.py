"""A message made ready to be read: everyday words put plainly, and the clauses it consists of."""

import re

from assistant.models.embedded.person.change import names_somebody_alone
from assistant.models.embedded.words import lexicon
from retrieval.analysis import analyse

SHORTEST_TO_SPLIT = 5
MOST_CLAUSES = 4
_WORD = re.compile(r"\w+")
_QUESTION_WORD = (
    r"(?:a|to|ale|czy|jak|ile|kto|co|gdzie|kiedy|jaki|jaka|jakie|jakiej|która|który|które|w jakiej|od czego|"
    r"what|where|how|which|who|when|do|does|can|що|як|скільки|хто|де|коли|який|яка|яке|чи|куди)"
)
_BREAK = re.compile(rf"(?<=[.?!;])\s+|:\s|(?:\s[-–—]|,)\s+(?={_QUESTION_WORD}\s)", re.IGNORECASE)
_MISTAKEN = (
    r"pomyli[łl][ae]m(?:\s+si[ęe])?|m[óo]j b[łl][ąa]d|(?:moja )?pomy[łl]ka|[źz]le (?:napisa[łl]|powiedzia[łl])[ae]m|"
    r"my (?:mistake|bad)|i was wrong|помилил(?:ася|ась|ося|ось|ся)|помиливс[яь]|моя помилка"
)
_MEANT = (
    r"(?:chodzi(?:[łl]o)? (?:mi )?(?:jednak )?o|mia[łl][ae]m na my[śs]li|i meant?|i was asking about|jednak|raczej|"
    r"to znaczy|znaczy|actually|rather|i mean|точніше|тобто|радше|я ма(?:в|ла) на увазі|йдеться про|йшлося про)\s+"
)
_BEFORE = r"^\W*(?:(?:nie|ok|okej|oj|ups|sorki|sorry|no|ні|вибач(?:те)?|przepraszam)\W+)*"
_CORRECTION = re.compile(rf"{_BEFORE}(?:(?:{_MISTAKEN})\W+(?:{_MEANT})?|{_MEANT})", re.IGNORECASE)
# «Not a cook, a waiter», «nie kucharz, tylko kelner», «не кухарем, а кондитером».
_ANOTHER = re.compile(
    r"^\W*(?:(?:no|nie|ні)\W+)?(?:not\s+(?:an?|the)\s+(?P<a>[\w ]{2,40}?),?\s+(?:but\s+)?(?:an?|the)\s+|"
    r"nie\s+(?P<b>[\w ]{2,40}?),?\s+(?:tylko|lecz|ale|a)\s+|не\s+(?P<c>[\w ]{2,40}?),?\s+(?:а|але)\s+)",
    re.IGNORECASE,
)


# «Pomyłka, cukiernika, a nie kucharza»: what is said last was meant not.
_BUT_NOT = re.compile(
    r",?\s+(?:(?:a|and|а)\s+)?(?:nie|not|не)\s+(?:an?\s+|the\s+)?(?P<not>[\w ]{2,40})\W*$", re.IGNORECASE
)


def plainly(text: str) -> str:
    """Return ``text`` with slang put as records and rules say it («podstawówka» → «szkola podstawowa»)."""
    meant = {**lexicon.plain(), **dict.fromkeys(lexicon.words("filler"), "")}
    words = analyse(text, max_words=400).words
    said = {word.surface: meant[lemma] for word in words for lemma in word.lemmas[:2] if lemma in meant}
    return _WORD.sub(lambda found: said.get(found[0].casefold(), found[0]), text) if said else text


def clauses(text: str) -> tuple[str, ...]:
    """Return the parts of a longer message, in order; a short one is one part."""
    if len(text.split()) < SHORTEST_TO_SPLIT:
        return (text,)
    parts = tuple(part.strip() for part in _BREAK.split(text) if _WORD.search(part))
    return parts if 1 < len(parts) <= MOST_CLAUSES else (text,)


def corrected(text: str) -> str:
    """Return what «nie, chodziło mi o …» or «not a cook, a waiter» corrects to, or nothing."""
    found = _CORRECTION.match(text) or _replaced(text)
    left = text[found.end() :] if found else ""
    rest = _BUT_NOT.search(left)
    return left[: rest.start()] if rest and names_somebody_alone(rest["not"]) else left


def _replaced(text: str) -> re.Match[str] | None:
    """What is put in the place of somebody: «nie wiem, ale lubię …» rejects nobody."""
    found = _ANOTHER.match(text)
    return found if found and names_somebody_alone(next(filter(None, found.groups()), "")) else None
