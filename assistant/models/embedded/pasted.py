"""A job advertisement pasted into a message: its words are what is looked for, the question beside it names nothing."""

import re

from assistant.models.embedded import lexicon
from assistant.models.embedded.intents import Intent
from assistant.models.embedded.learnt import naming_words, wants_of
from assistant.models.embedded.subject import names_something
from retrieval.analysis import analyse

FEWEST_WORDS = 5
LONGEST = 500
_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»]{20,})[”“\"»]|(?<!\w)['‚‘]([^‚‘’']{20,})['’](?!\w)")
_HEADED = re.compile(r"^[^:.?!]{3,60}:\s+(\S.{20,}[.!)])\s+[^.!]{6,90}$", re.DOTALL)
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


def job_ad(message: str) -> tuple[str, str] | None:
    """Return the advertisement (at most ``LONGEST`` characters) in a message that asks what fits it, and the question.

    It stands in quotation marks or after a colon, and the message calls it one or has the words of one.
    """
    quoted = _QUOTED.search(message)
    found = quoted or _HEADED.search(message)
    if found is None:
        return None
    pasted = next(part for part in found.groups() if part)
    question = message.replace(found[0] if quoted else pasted, " ").rpartition(":")[2]
    lemmas = {lemma for word in analyse(message, max_words=400).words for lemma in word.lemmas}
    if len(pasted.split()) < FEWEST_WORDS or lemmas.isdisjoint(lexicon.words("job_ad")):
        return None
    return (pasted[:LONGEST], question) if _asks_what_fits(question) else None


def _asks_what_fits(question: str) -> bool:
    words = analyse(question, max_words=100).words
    named = " ".join(words[place].surface for place in sorted(naming_words(question)))
    return bool(words) and not names_something(named) and Intent(wants_of(question)[0][0]) in _ASKS_WHAT_FITS
