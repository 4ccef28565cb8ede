"""A message made ready to be read: everyday words put plainly, and the clauses it consists of."""

import re

from assistant.models.embedded import lexicon
from retrieval.analysis import analyse

SHORTEST_TO_SPLIT = 5
MOST_CLAUSES = 4
_WORD = re.compile(r"\w+")
_QUESTION_WORD = (
    r"(?:a|to|ale|czy|jak|ile|kto|co|gdzie|kiedy|jaki|jaka|jakie|jakiej|która|który|które|w jakiej|od czego|"
    r"what|where|how|which|who|when|do|does|can|що|як|скільки|хто|де|коли|який|яка|яке|чи|куди)"
)
_BREAK = re.compile(rf"(?<=[.?!;])\s+|:\s|(?:\s[-–—]|,)\s+(?={_QUESTION_WORD}\s)", re.IGNORECASE)
_CORRECTION = re.compile(
    r"^\W*(?:(?:nie|ok|okej|oj|ups|sorki|sorry|no|ні|вибач(?:те)?|przepraszam)\W+)*"
    r"(?:chodzi(?:ło)? (?:mi )?(?:jednak )?o|mia(?:łem|łam) na myśli|i meant?|i was asking about|jednak|raczej|"
    r"to znaczy|znaczy|actually|rather|i mean|точніше|тобто|радше|я ма(?:в|ла) на увазі|йдеться про|йшлося про)\s+",
    re.IGNORECASE,
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
    """Return what «nie, chodziło mi o …» corrects to, or nothing."""
    found = _CORRECTION.match(text)
    return text[found.end() :] if found else ""
