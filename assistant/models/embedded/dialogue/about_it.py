"""Whether a message goes on about what was spoken of, though a word of it looks like a name."""

from collections.abc import Sequence

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.tie import Tie
from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import readings, ukrainian

_OF_A_WAY = frozenset({Intent.PATHWAY, Intent.GAP})
_OF_OTHERS = frozenset({Intent.COMPARE, Intent.FIND, Intent.RECOMMEND, Intent.SIMILAR, Intent.SCHOOL_CHOICE})
_OF_FIGURES = frozenset({Intent.JOBS, Intent.PAY, Intent.PRICE})
"""Asked of the whole country, these are of no record: «to jaka jest mediana płac w kraju?»."""
_ENGLISH = frozenset({"do", "does", "is", "are", "can", "must", "have", "need", "will", "did"})
_DONE = ("fin", "praet", "inf", "imps", "bedzie", "pred", "winien")
MOST_OF_A_PLACE, MOST_WORDS = 2, 40
UK_INFINITIVE = ("ти", "тися", "тись")


def goes_on_about_it(wish: Wish, words: Sequence[Word], memo: Memo, tie: Tie) -> bool:
    """Tell whether a message asks of what was spoken of, whatever it names beside that.

    «Mogę to zrobić bez szkoły dziennej?», «dużo się siedzi przy komputerze?»; «a do technika mechanika?» names another
    goal, «a rachunkowość?» another thing.
    """
    somebody = names_somebody(wish.subject) or any(map(is_somebody, wish.subject.split()))
    if tie.own or (somebody and not _only_where(words, wish.subject, lexicon.words("with_whom"))):
        return False
    if wish.intent in _OF_A_WAY:
        return tie.to_it
    whole = analyse(wish.question, max_words=MOST_WORDS).words
    if any(_says(whole, key) for key in ("rather", "this_one", "one_of_kind")) or liked(wish.question):
        return False
    another = bool(wish.codes) or wish.intent in _OF_OTHERS | _OF_FIGURES
    if another or not memo.it.startswith(("kzis:", "zrk:")) or not any(map(_is_done, words)):
        return False
    joins = lexicon.words("in_a_place") | lexicon.words("with_it")
    return tie.surely_to_it or (tie.maybe_to_it and _only_where(words, wish.subject, joins))


def _only_where(words: Sequence[Word], subject: str, joins: frozenset[str]) -> bool:
    """Tell whether all that may be a name says where or with what something is done: «przy komputerze», «з людьми»."""
    named = subject.split()
    if not named:
        return False
    at = next((at for at, word in enumerate(words) if word.surface == named[0]), 0)
    before = {word.folded for word in words[max(0, at - 1) : at]}
    return len(named) <= MOST_OF_A_PLACE and not before.isdisjoint(joins)


def _is_done(word: Word) -> bool:
    """Tell whether a word is a form of a verb: what is done is asked of the thing, not a name by itself."""
    if "\u0400" <= word.surface[0] <= "\u04ff":
        return ukrainian(word.surface).endswith(UK_INFINITIVE)
    return word.folded in _ENGLISH or any(tag.startswith(_DONE) for _, tag in readings(word.surface))


def _says(words: Sequence[Word], key: str) -> bool:
    return any(not lexicon.words(key).isdisjoint((*word.lemmas, word.folded)) for word in words)
