"""The paper of a craft a question speaks of: a journeyman's certificate or a master craftsman's diploma.

The same trade may be a school occupation as well, of another level, examined by another body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models.embedded.dialogue.memo import Memo, is_rule
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import intent_reader
from retrieval.analysis import Word, analyse

MOST_WORDS_CARRIED = 4
# Occupations, and full qualifications that bear the code and the name of one.
_SCHOOL = re.compile(r"kzis:|zrk:\d{6}$")
_PARTS = re.compile(r"\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Craft:
    """``paper`` is the document as records call it, ``trade`` a trade spoken of before where the question names none.

    ``surely`` tells that the words mean such a paper and nothing else («czeladnik»; «mistrz» may be anybody), ``named``
    are the words of the question that may name a trade.
    """

    paper: str
    trade: str = ""
    surely: bool = True
    named: str = ""


def craft_asked(question: str, memo: Memo) -> Craft | None:
    """Return the craft's paper a question speaks of, or asks another trade about after one; else ``None``."""
    words = analyse(question, max_words=100).words
    before = memo.name_of(memo.it) if memo.it and not is_rule(memo.it) else ""
    trade = _PARTS.split(before)[0] if _SCHOOL.match(memo.it) or paper_of(before) else ""
    named = " ".join(word.surface for word in words if _may_name(word))
    short = len(words) <= MOST_WORDS_CARRIED
    found = next((paper for word in words if (paper := _paper(word))[0]), ("", False))
    if found[0]:
        return Craft(found[0], trade if short and not named else "", found[1], named)
    follows = bool(words) and words[0].folded in lexicon.words("and_what") and short
    carried = paper_of(before)
    return Craft(carried, named=named) if carried and follows and named else None


def paper_of(name: str) -> str:
    """Return the paper in the name of a craft's record («Piekarz - dyplom mistrzowski»), or nothing."""
    return next((paper for paper in lexicon.papers() if _PARTS.split(name)[-1] == paper != name), "")


def trades_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return what the names of a craft's record call the trade, each of «Wizażystka/Stylistka» by itself."""
    return tuple(trade for name in names for trade in re.split(r"/|\s\(", _PARTS.split(name)[0]) if trade)


def _may_name(word: Word) -> bool:
    idle = intent_reader().asking | lexicon.words("noise") | lexicon.words("paper_words")
    known = word.stop or word.folded.isdecimal() or bool(_paper(word)[0])
    return not known and idle.isdisjoint(word.lemmas) and names_something(word.surface)


def _paper(word: Word) -> tuple[str, bool]:
    """The paper a word means, and whether it means nothing else."""
    for paper, begins in lexicon.papers().items():
        for surely, stems in ((True, begins["surely"]), (False, begins["maybe"])):
            if word.folded.startswith(tuple(stems)):
                return paper, surely
    return "", False
