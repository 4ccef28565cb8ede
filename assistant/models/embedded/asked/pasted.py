"""A job advertisement pasted into a message: its words are what is looked for, the question beside it names nothing."""

import re
from dataclasses import dataclass

from assistant.models.embedded.learnt import naming_words, wants_of
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import analyse

FEWEST_WORDS = 5
LONGEST = 500
_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»]{20,})[”“\"»]|(?<!\w)['‚‘]([^‚‘’']{20,})['’](?!\w)")
_HEADED = re.compile(r"^[^:.?!]{3,60}:\s+(\S.{20,}[.!)])\s+[^.!]{6,90}$", re.DOTALL)
_HEAD_END = re.compile(r"\s*(?:[,.;:(]|\s[-–—]\s)")
_ASKS_WHAT_FITS = frozenset(
    {
        Intent.ABOUT,
        Intent.BECOME,
        Intent.FIND,
        Intent.PART_OF,
        Intent.RECOMMEND,
        Intent.SCHOOLS,
        Intent.SCHOOL_CHOICE,
        Intent.SIMILAR,
        Intent.SYSTEM,
    }
)


@dataclass(frozen=True, slots=True)
class Ad:
    """``text`` of an advertisement (at most ``LONGEST`` characters) and the ``question`` beside it."""

    text: str
    question: str

    @property
    def asks_what_fits(self) -> bool:
        """Whether the question asks what of the register fits, rather than for a fact of the job."""
        return Intent(wants_of(self.question)[0][0]) in _ASKS_WHAT_FITS

    @property
    def of_its_head(self) -> str:
        """The question put to what the advertisement calls the job, its first words."""
        return f"{self.question.strip(' ?!.')}: {_HEAD_END.split(self.text, maxsplit=1)[0]}"


def job_ad(message: str) -> Ad | None:
    """Return the advertisement in a message whose question names nothing itself; none where there is none.

    It stands in quotation marks or after a colon, and the message calls it one or has the words of one.
    """
    quoted = _QUOTED.search(message)
    found = quoted or _HEADED.search(message)
    if found is None:
        return None
    pasted = next(part for part in found.groups() if part)
    question = message.replace(found[0] if quoted else pasted, " ").rpartition(":")[2]
    if len(pasted.split()) < FEWEST_WORDS or not lexicon.has(message, "job_ad") or _names(question):
        return None
    return Ad(pasted[:LONGEST], question)


def _names(question: str) -> bool:
    words = analyse(question, max_words=100).words
    return not words or names_something(" ".join(words[place].surface for place in sorted(naming_words(question))))
