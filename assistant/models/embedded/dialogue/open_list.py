"""A question that names nothing after several records of which none was chosen: of each of them, or asked back."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.asked.figures import asks_for_demand
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.onward import MOST_OF_EACH, MOST_READ, occupation_of
from assistant.models.embedded.dialogue.spoken import asks_which
from assistant.models.embedded.wish import OF_RECORDS, SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import named_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap
from retrieval.analysis import Word, analyse

FEWEST = 2
SHORT = 4
_UNREAD = frozenset({Intent.SYSTEM, Intent.FIND, Intent.OFF_TOPIC})
_OF_EACH = frozenset({Intent.LEVEL, Intent.VALIDITY, Intent.DURATION, Intent.WHO_AWARDS, Intent.ENTRY, Intent.SCHOOLS})
_OF_SCHOOL = frozenset({Intent.DURATION, Intent.ENTRY, Intent.SCHOOLS})
_OF_MONEY = frozenset({Intent.PAY, Intent.PRICE, Intent.JOBS})


def of_open_list(wish: Wish, memo: Memo) -> Wish | None:
    """Return the wish for the first few listed, or as one to be asked back; ``None`` where one was chosen.

    One is where «interesuje mnie zawód fryzjera» named it in full, and others were told of beside it.
    """
    if not memo.chosen_from:
        return None
    asked = replace(wish, targets=named) if (named := _named_in_full(memo)) else None
    return asked if asked and wish.intent in OF_RECORDS and wish.score >= SURE else _of_table(wish, memo.chosen_from)


def _named_in_full(memo: Memo) -> tuple[str, ...]:
    """The occupation listed that was asked about by just its name, where no list was asked for."""
    if memo.kind == "question" or lexicon.has(memo.question, "listed_of_branch"):
        return ()
    names = ((one, overlap(memo.subject, memo.name_of(one)).dice) for one in memo.chosen_from)
    found = tuple(one for one, likeness in names if likeness == 1.0 and occupation_of(one))
    return tuple(filter(None, map(occupation_of, found))) if len({*map(occupation_of, found)}) == 1 else ()


def _of_table(wish: Wish, table: tuple[str, ...]) -> Wish | None:
    """The wish for each of the table, as one nothing holds of any of them, or to be asked back."""
    words = analyse(wish.question, max_words=100).words
    if wish.intent in _UNREAD or wish.score < SURE:
        return replace(wish, intent=Intent.SYSTEM, subject="", subjects=(), before=table[:MOST_READ], open_list=table)
    if wish.intent not in _OF_EACH | OF_RECORDS | _OF_MONEY | {Intent.BECOME, Intent.ABOUT}:
        return None
    if wish.intent is Intent.JOBS and asks_for_demand(wish.question) and (each := _alike(table, of_school=True)):
        return replace(wish, targets=each, subject="", subjects=())
    if wish.intent in _OF_MONEY:  # what is not held is not held of any of them
        return replace(wish, subject="", subjects=())
    if wish.intent in _OF_EACH:
        of_school = wish.intent in _OF_SCHOOL and "of_papers" not in named_in("listed", words)
        return replace(wish, targets=_alike(table, of_school=of_school), subject="", subjects=())
    return replace(wish, subject="", subjects=(), targets=table[:MOST_READ], open_list=table)


def of_degrees(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """«Co dłużej?», «który lepiej płatny?»: what those listed, or two occupations told of in turn, are compared by."""
    compared = next(iter(named_in("degrees", words)), "")
    asks = asks_which(words) or any(word.folded in lexicon.words("asking") for word in words[:2])
    asks = asks or (bool(memo.chosen_from) and len(words) <= SHORT)  # «coś krótkiego»
    pair = tuple(one for one in memo.in_turn if one.startswith("kzis:")) if asks else ()
    table = memo.chosen_from or pair
    if not compared or len(table) < FEWEST or wish.subjects or wish.codes:
        return None
    kept = wish.score >= SURE and wish.intent in _OF_EACH | _OF_MONEY
    return _of_table(replace(wish, intent=wish.intent if kept else Intent(compared), score=1.0), table)


def _alike(table: tuple[str, ...], *, of_school: bool) -> tuple[str, ...]:
    """The first few of a kind; for a question of schooling occupations, also where their qualification was listed."""
    occupations = tuple(dict.fromkeys(filter(None, map(occupation_of, table))))
    wanted = occupations if of_school and occupations else table
    kind = wanted[0].partition(":")[0]
    return tuple(one for one in wanted if one.startswith(kind))[:MOST_OF_EACH]
