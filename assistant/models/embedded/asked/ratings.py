"""Which is harder, better, has more maths: no record tells, but what records do tell can be put beside it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.spoken import asks_which, names_its_own, of_those_spoken_of, points
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.attributes import named_in
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import Word, analyse

RATED = ("hard", "better", "maths")
"""The kinds of ``Wish.unheld`` that are such a rating."""
MOST_WORDS = 14
MOST_WORDS_BARE = 5
FEW = 3
_STEM = 5


def of_rating(wish: Wish, memo: Memo) -> Wish:
    """Mark a question for a rating, of what it names, of several on the table, or of what was spoken of last."""
    words = analyse(wish.question, max_words=MOST_WORDS + 1).words
    rated = named_in("rated", words)
    said = named_in("rating", words)
    # «Kto ma certyfikat, ma lepszą pracę, od kiedy?» rates nothing; «trudny jest ten egzamin?» does.
    bare = "better" not in rated and ("?" in wish.question or len(words) <= MOST_WORDS_BARE)
    # «To lepiej kucharz» chooses; «lepsze?» asks.
    few = len(words) <= FEW and ("better" not in rated or "?" in wish.question)
    asks = "asks" in said or few or bare
    if named_in("degrees", words) and memo.chosen_from:
        return wish  # «który lepiej płatny?»: a figure is asked for
    if not rated or wish.unheld or wish.call is not None or "likes" in said or not asks or len(words) > MOST_WORDS:
        return wish
    asked = replace(wish, unheld=rated[0], intent=Intent.DURATION)
    if len(wish.sides) > 1:
        return replace(asked, intent=Intent.COMPARE, targets=())
    if names_its_own(wish, _idle) or points(words):
        return asked
    back = of_those_spoken_of(asked, asks_which(words) or "better" in rated, memo)
    if back is None and wish.targets:
        return asked
    if back is None:
        return replace(wish, unheld=rated[0], subject="", subjects=())
    return replace(back, intent=Intent.COMPARE) if len(back.targets) > 1 else back


def rates_schools(question: str) -> bool:
    """Tell whether two kinds of schools stand in a question: «co lepsze, liceum czy technikum»."""
    words = analyse(question, max_words=MOST_WORDS + 1).words
    return len({word.folded[:_STEM] for word in words if named_in("school_types", (word,))}) > 1


def asks_how_hard(words: Sequence[Word]) -> bool:
    """«Trudne to?» asks of the thing; «za trudne» is said of the answer."""
    few = len(words) <= FEW and "hard" in named_in("rated", words)
    return few and "too" not in named_in("rating", words)


def _idle(word: Word) -> bool:
    return bool(named_in("rated", (word,)) or named_in("rating", (word,)))
