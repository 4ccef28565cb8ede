"""Facts that somebody tells of themselves and nothing else («mam tylko zawodówkę», «nie mam matury»).

They ask nothing new: what was asked before is to be answered for somebody of whom they hold.
"""

from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.person.change import change_in
from assistant.models.embedded.person.practised import years_worked
from assistant.models.embedded.person.told import age_in, constraints_in, lacks_matura
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.plain import corrected
from retrieval.analysis import Word, analyse

MOST_WORDS = 10
_OF_FACTS = frozenset({"schooling", "adult", "years_in_occupation"})


def tells_facts_alone(message: str) -> bool:
    """Tell whether a short message tells schooling, age or years of work and asks nothing.

    «Nie, chodziło mi o fotografa po branżowej» tells of the thing that is meant.
    """
    if corrected(message):
        return False
    words = analyse(message, max_words=MOST_WORDS + 1).words
    if "?" in message or not 0 < len(words) <= MOST_WORDS or attributes_in(words):
        return False
    told = bool(constraints_in(message).keys() & _OF_FACTS) or bool(age_in(message)) or lacks_matura(message)
    return (told or years_worked(message) is not None) and not any(map(_asks, words)) and change_in(message) is None


def of_told(wish: Wish, message: str, memo: Memo) -> Wish:
    """Return the wish for the way to what was spoken of, for whoever told the facts; else ``wish``."""
    if not memo.it.startswith(("kzis:", "zrk:")) or memo.offer or (len(memo.focus) > 1 and memo.intent == Intent.FIND):
        return wish
    if not tells_facts_alone(message):
        return wish
    by_work = bool(memo.told_of_person.get("unproven"))
    intent = Intent.BECOME if by_work else Intent.PATHWAY
    told = wish.about("", intent=intent, targets=(memo.it,), parents=wish.parents, listed=None, unproven=by_work)
    return replace(told, question=message, asks=(message,))


def _asks(word: Word) -> bool:
    return word.folded in _WISHES or word.folded in lexicon.words("asking") - {"co"}


_WISHES = frozenset(
    {
        "chce",
        "chcialbym",
        "chcialabym",
        "moge",
        "szukam",
        "wole",
        "lubie",
        "umiem",
        "want",
        "can",
        "like",
        "хочу",
        "можу",
        "люблю",
    }
)
