"""The words by which a message says which one it means: «ten od samochodów», «a kite?», «the make-up one»."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.learnt.naming import is_finite
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import intent_reader
from retrieval.analysis import Word
from retrieval.analysis.morphology import readings, ukrainian

SHORT = 4
"""So many words at most answer a question which is meant, or go on to another thing («a trener kite?»)."""
UK_INFINITIVE = ("ти", "тися", "тись")
_ENGLISH_ONE = "one"
_KINDS = ("around", "generic")


def said_of_one(words: Sequence[Word], *, which: bool = False) -> tuple[Word, ...]:
    """Return the words said of the one meant; none where a message points to nothing.

    ``which``: it answers the question which is meant, so that all its words are said of that one.
    """
    if which or (follows_on(words) and len(words) <= SHORT):
        return tuple(word for word in words if _tells(word))
    if follows_on(words) and len(words) > 1 and _tells(words[1]):
        return tuple(_run(words[1:]))
    return after_a_pronoun(words)


def after_a_pronoun(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words said of one that a pronoun points to («ten od mebli», «ta kwalifikacja trenera»), or none."""
    if apart := told_apart(words):
        return apart
    for at, word in enumerate(words):
        if not _points(word):
            continue
        before = tuple(_run(tuple(reversed(words[:at]))))[::-1] if word.folded == _ENGLISH_ONE else ()
        if said := before or tuple(_run(words[at + 1 :])):
            return said
    return ()


def told_apart(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words after «ten od …», «ta z …», «the one with …», which tell one of several from the others."""
    joins = lexicon.words("telling_apart")
    at = next((at for at, (a, b) in enumerate(pairwise(words)) if _tells_one(a) and b.folded in joins), None)
    return () if at is None else tuple(_run(words[at + 1 :]))


def follows_on(words: Sequence[Word]) -> bool:
    """Tell whether a message begins like one for another thing of a kind («a zarządzanie na ile lat?»)."""
    return bool(words) and words[0].folded in lexicon.words("and_what")


def answers_which(words: Sequence[Word], memo: Memo) -> bool:
    """Tell whether a message is short enough to answer the question which of several records is meant."""
    return memo.kind == "question" and bool(memo.chosen_from) and len(words) <= SHORT


def _points(word: Word) -> bool:
    return not lexicon.words("pointing").isdisjoint((word.folded, *word.lemmas))


def _tells_one(word: Word) -> bool:
    """«To» asks more often than it points: «to z jakiej szkoły?»."""
    return word.folded in lexicon.words("pointing") - {"to"}


def _run(words: Sequence[Word]) -> Iterator[Word]:
    """The words from the first that tells something on, past words that join them and words for a kind of thing."""
    told = False
    for word in words:
        if _tells(word):
            told = True
            yield word
        elif _asks(word) or (told and not _joins(word)):
            return


def _tells(word: Word) -> bool:
    """Tell whether a word says something of a thing: no word of asking, of talk or for a kind of thing."""
    said = {*word.lemmas, word.folded}
    idle = intent_reader().asking | lexicon.words("noise") | lexicon.words("pointing") | frozenset(lexicon.ordinals())
    idle = idle.union(*map(lexicon.words, _KINDS))
    return not word.stop and said.isdisjoint(idle) and not is_verb(word) and not word.surface.isdigit()


def is_verb(word: Word) -> bool:
    """Tell whether a word is a form of a verb and nothing else, in Polish or Ukrainian («потребує»)."""
    if "\u0400" <= word.surface[0] <= "\u04ff":
        return (ukrainian(word.surface) or "").endswith(UK_INFINITIVE)
    return is_finite(word)


def _asks(word: Word) -> bool:
    """Tell whether a clause begins or a verb stands here, so that no name goes on."""
    said = {*word.lemmas, word.folded}
    kind = not said.isdisjoint(frozenset[str]().union(*map(lexicon.words, _KINDS)))
    asking = not said.isdisjoint(lexicon.words("asking")) or is_verb(word)
    return asking or (not word.stop and not kind)


def _joins(word: Word) -> bool:
    return any(tag.startswith("prep") for _, tag in readings(word.surface))
