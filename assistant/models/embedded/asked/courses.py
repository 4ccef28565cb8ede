"""Whether a question asks if a qualification course (KKZ) leads to an occupation, and of which thing spoken of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.spoken import asks_which, names_its_own, of_those_spoken_of, points
from assistant.models.embedded.planning.advising import is_advice
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import TALK, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in, named_in
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import Word, analyse

MOST_WORDS_AGAIN = 5
_PART = "course"
_UNDER_18 = re.compile(
    r"(?:\b(?:mam|maj[aą]c|i'?m|i am|aged|мені|маю)\s+1[3-7]\b(?!\s*(?:h|zł|godz|tyg|hours|weeks|год|тиж)))"
    r"|\b1[3-7][\s-]*(?:lat\b|years?.old|yo\b|років|рок)",
    re.IGNORECASE,
)
_OF_ENTRY = frozenset(
    {Intent.ABOUT, Intent.BECOME, Intent.ENTRY, Intent.FIND, Intent.PATHWAY, Intent.SCHOOLS, Intent.SYSTEM}
)


def asks_of_course(words: Sequence[Word]) -> bool:
    """Tell whether it is asked if there is a course to something, or who may join it, and nothing else of courses."""
    said = named_in(_PART, words)
    if "named" not in said or "else" in said:
        return False
    return "whether" in said or not any(names_something(word.surface) for word in words if not _of_course(word))


def of_one_under_18(wish: Wish, message: str) -> Wish:
    """«Mam 17 lat, mogę na kurs fryzjera?»: whether one is let in is a question of the courses that adults join."""
    words = analyse(message, max_words=100).words
    speaks = any(word.folded.startswith(lexicon.in_order("courses")) for word in words)
    open_to_it = wish.intent in _OF_ENTRY and (bool(wish.subjects) or bool(wish.targets)) and not wish.unheld
    if not (speaks and open_to_it and _UNDER_18.search(message) and "whether" in named_in(_PART, words)):
        return wish
    return replace(wish, course=True, intent=Intent.SCHOOLS, call=None, sides=())


def of_course(wish: Wish, memo: Memo) -> Wish:
    """Mark a question whether a course leads to what it names, to what was spoken of, or to each of several."""
    words = analyse(wish.question, max_words=100).words
    if not (asks_of_course(words) or _asked_again(wish, memo)):
        return wish
    intent = Intent.SCHOOLS if is_advice(wish) or wish.intent in TALK else wish.intent
    asked = replace(wish, course=True, intent=intent, call=None, sides=())
    if names_its_own(wish, _of_course) or points(words):
        return asked
    if back := of_those_spoken_of(asked, asks_which(words), memo):
        return back
    if names_something(memo.subject):  # «chcę pracować w BHP» was answered by a rule
        return replace(asked, subject=memo.subject, subjects=(memo.subject,))
    return asked if wish.targets else wish


def _asked_again(wish: Wish, memo: Memo) -> bool:
    """«A kucharz?» after a question whether there is a course."""
    words = analyse(wish.question, max_words=MOST_WORDS_AGAIN + 1).words
    goes_on = wish.carried or (bool(words) and words[0].folded in lexicon.words("and_what"))
    short = len(words) <= MOST_WORDS_AGAIN and not attributes_in(words)
    return goes_on and short and bool(wish.subjects) and asks_of_course(analyse(memo.question, max_words=100).words)


def _of_course(word: Word) -> bool:
    return bool(named_in(_PART, (word,)))
