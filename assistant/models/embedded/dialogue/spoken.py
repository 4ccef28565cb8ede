"""Of what a question is asked that has its own words but no name: of what it names, of several, of the last record."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo, is_rule
from assistant.models.embedded.dialogue.reference import ordinals
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from retrieval.analysis import Word, analyse

NEAR = 3
"""Among so many of those spoken of last stands the record that is meant."""
MOST_OF_TABLE = 4


def names_its_own(wish: Wish, idle: Callable[[Word], bool]) -> bool:
    """Tell whether a thing is named by a code or by a word that is not ``idle``, one of what is asked."""
    words = [word for subject in wish.subjects for word in analyse(subject).words if not word.stop]
    return bool(wish.codes) or any(names_something(word.surface) and not idle(word) for word in words)


def asks_which(words: Sequence[Word]) -> bool:
    """Tell whether it is asked which of several («która», «which», «oba»)."""
    several = lexicon.words("which_of") | lexicon.words("each_of")
    return any(not several.isdisjoint((word.folded, *word.lemmas)) for word in words)


def points(words: Sequence[Word]) -> bool:
    """Tell whether a place in a list is said («ta druga»), which decides by itself."""
    return bool(ordinals(words))


def of_both(wish: Wish, memo: Memo) -> Wish:
    """A comparison that names nothing is of the two on the table, one that names one thing of that and the last one."""
    if points(analyse(wish.question, max_words=100).words) or len(wish.targets) > 1:
        return wish
    named = [side for side in wish.sides if any(map(_is_third, analyse(side).words))]
    if len(named) > 1 or wish.codes:
        return wish
    table = _in_order(memo)[:2]
    if not named and len(table) > 1:
        return replace(wish, targets=table, sides=(), either=(), subject="", subjects=())
    last = "" if memo.speaks_of_rule else memo.name_of(memo.it)
    return replace(wish, sides=(last, *named)) if named and last else wish


def _in_order(memo: Memo) -> tuple[str, ...]:
    """What lies on the table, in the order in which it was spoken of."""
    table = memo.several[:MOST_OF_TABLE]
    spoken = [*reversed(memo.recent)]
    return table if table == memo.listed[: len(table)] else tuple(sorted(table, key=spoken.index))


def _is_third(word: Word) -> bool:
    idle = lexicon.words("of_both") | lexicon.words("choosing")
    return not word.stop and names_something(word.surface) and idle.isdisjoint((*word.lemmas, word.folded))


def of_those_spoken_of(wish: Wish, several: bool, memo: Memo) -> Wish | None:
    """Ask it of ``several`` on the table, else of the record spoken of last; ``None`` where there is none."""
    table = _in_order(memo)
    if several and len(table) > 1:
        return replace(wish, targets=table, subject="", subjects=())
    records = [record_id for record_id in memo.recent[:NEAR] if not is_rule(record_id)]
    if not records or records[0].startswith("inst:"):
        return None
    parents = tuple(one for one in memo.recent if one.startswith("kzis:"))[:2]
    return replace(wish, targets=(records[0],), parents=parents, subject="", subjects=())
