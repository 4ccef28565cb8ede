"""A name made more particular than any record: «kucharz jednorożców», «technik informatyk kwantowy», «fryzjer psów»."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from assistant.models.embedded.compose.task import Task
from assistant.models.embedded.planning.fit import names_of
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import intent_reader
from assistant.models.embedded.words.overlap import overlap, words_of
from assistant.models.embedded.words.places import place_words
from register.evidence import Evidence
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import readings

_LONGEST = 100
_BEFORE = 3


def more_particular(task: Task, record: Evidence) -> str:
    """Return the name in the question that goes on where those of ``record`` end, as it was written, or nothing.

    The word it goes on with is an adjective or a noun in the genitive that neither the names nor the texts of the
    record have, and it is no word of asking and no place.
    """
    words = analyse(task.wish.question, max_words=_LONGEST).words
    places = place_words(words)
    for at, (word, after) in enumerate(pairwise(words)):
        if at + 1 not in places and _named(word, record) and _goes_on(after, record):
            before = takewhile(lambda one: _named(one, record), reversed(words[max(0, at - _BEFORE) : at]))
            return " ".join([*(one.surface for one in reversed([*before])), word.surface, after.surface])
    return ""


def _named(word: Word, record: Evidence) -> bool:
    own = frozenset(lemma for name in names_of(record) for said in words_of(name) for lemma in said)
    return not word.stop and not own.isdisjoint(word.lemmas)


def _goes_on(word: Word, record: Evidence) -> bool:
    idle = intent_reader().asking.union(*map(lexicon.words, ("noise", "around", "filler", "generic")))
    if word.stop or not idle.isdisjoint(word.lemmas) or not any(map(_attributive, _tags(word))):
        return False
    return not any(overlap(word.surface, text).there for text in _texts(record))


def _tags(word: Word) -> Iterator[str]:
    return (tag for _, tag in readings(word.surface))


def _attributive(tag: str) -> bool:
    return tag.startswith(("adj:", "pact:", "ppas:")) or (tag.startswith("subst:") and ":gen" in tag)


def _texts(record: Evidence) -> Iterator[str]:
    yield from names_of(record)
    yield record.text
    yield from (str(value) for value in record.facts.values() if value)
