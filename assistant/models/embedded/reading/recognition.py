"""A wish for the recognition of papers from abroad, or of Polish ones abroad."""

from dataclasses import replace
from typing import Any

from assistant.models.embedded.asked.abroad import Abroad, abroad_after, abroad_in, names_only_papers, speaks_of
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.person.change import names_somebody
from assistant.models.embedded.person.practised import practised
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent

RIGHT_TO_WORK = "Czy uznanie akademickie to to samo co uznanie zawodowe?"
"""What a question for the right to work asks after one on recognition, in the words that its rule is found by."""
_OF_A_GOAL = frozenset({Intent.BECOME, Intent.PATHWAY})
_OF_OTHER_LAWS = frozenset({"medical", "driving"})
_READ_SO = frozenset(
    {
        Intent.ABOUT,
        Intent.BECOME,
        Intent.DURATION,
        Intent.ENTRY,
        Intent.FIND,
        Intent.FOREIGN,
        Intent.MUST_HAVE,
        Intent.NOTE,
        Intent.PATHWAY,
        Intent.PRICE,
        Intent.SYSTEM,
        Intent.UNDECIDED,
        Intent.VALIDITY,
    }
)


def of_abroad(wish: Wish, message: str, memo: Memo) -> Wish:
    """Return the wish for the recognition of papers, where a message asks for it or goes on about it."""
    if wish.intent is Intent.FOREIGN and wish.papers:
        return wish
    if near := _near_recognition(wish, message, memo):
        return near
    after = asks_on(message, memo)
    if after is not None and (after.recognised or not names_something(wish.subject) or names_only_papers(wish.subject)):
        return _about(wish, after, f"{memo.question} {message}")
    if wish.intent not in _READ_SO or wish.codes or wish.call is not None:
        return wish
    asked = abroad_in(message, asked=wish.intent is Intent.FOREIGN)
    if _wants_an_occupation(wish, message, asked):
        return replace(wish, intent=Intent.BECOME) if wish.intent is Intent.FOREIGN else wish
    if asked is None and wish.intent is Intent.FOREIGN and abroad_in(message) is None and names_something(wish.subject):
        return replace(wish, intent=Intent.SYSTEM)
    if asked is None or _of_something_else(wish, asked, message):
        return wish
    return _about(wish, asked, message)


def _of_something_else(wish: Wish, asked: Abroad, message: str) -> bool:
    """Tell whether a paper or country is named only beside what is asked for."""
    if not asked.kinds and practised(message):
        return True  # «wróciłem z Norwegii, kładę płytki 15 lat»: no paper from there is named
    if not (asked.kinds or asked.recognised or asked.out) and names_something(wish.subject):
        return True  # «працювала перукаркою у Львові, яка кваліфікація, щоб бути fryzjer у Польщі?»
    if asked.out and not (asked.recognised or asked.polish) and wish.subjects:
        return True  # «kurs opiekuna do Niemiec»: the course is asked for
    # «mam ukraiński dyplom, jak zostać elektrykiem?»
    return wish.intent in _OF_A_GOAL and not (asked.recognised or "medical" in asked.kinds)


def _near_recognition(wish: Wish, message: str, memo: Memo) -> Wish | None:
    """What rules of their own answer: a supplement to a diploma, and whether recognition lets one work."""
    if wish.intent in _READ_SO and speaks_of(message, "beside"):
        return replace(wish, intent=Intent.SYSTEM) if wish.intent is Intent.FOREIGN else wish
    told = abroad_in(message, asked=True)
    if told and told.where and "medical" in told.kinds and not told.out and speaks_of(message, "practise"):
        return _about(wish, told, message)  # «I was a nurse in Georgia. Can I work as a nurse here?»
    if memo.intent == Intent.FOREIGN and speaks_of(message, "practise") and not wish.codes:
        return wish.about("", intent=Intent.SYSTEM, question=message, asks=(RIGHT_TO_WORK, message), clause=message)
    return None


def _wants_an_occupation(wish: Wish, message: str, asked: Abroad | None) -> bool:
    """«Яку кваліфікацію треба мати, щоб бути fryzjer у Польщі?»: no paper is named that could be recognised."""
    if asked is None or asked.recognised or asked.out or _OF_OTHER_LAWS.intersection(asked.kinds):
        return False
    told = abroad_in(message)
    return (told is None or not told.kinds) and any(map(names_somebody, wish.subjects))


def asks_on(message: str, memo: Memo) -> Abroad | None:
    """Return what a message asks or tells more of the papers from abroad that were spoken of."""
    return abroad_after(message, memo.question) if memo.intent == Intent.FOREIGN else None


def _about(wish: Wish, asked: Abroad, question: str) -> Wish:
    nothing: dict[str, Any] = {"craft": None, "exam": None, "institution": False, "also": ()}
    asks = {"question": question, "asks": (question,), "clause": question}
    return wish.about("", intent=Intent.FOREIGN, abroad=asked, **asks, **nothing)
