"""A thing that a short message may name after another, though no reader is sure of it («a stewardessa?»)."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.pointing import UK_INFINITIVE
from assistant.models.embedded.learnt.naming import ALONE, naming_words
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.wish import OF_RECORDS, SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in, named_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import acts_in
from assistant.models.embedded.words.places import place_words
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import readings, ukrainian

MOST_WORDS = 7
MOST_OF_NAME = 3
MOST_BESIDE = 3
"""So many words of talk at most stand beside a name that is all that is said."""
_ASKED_OTHERWISE = ("leaning", "onward", "degrees")
_OF_A_FIELD = OF_RECORDS | {Intent.PAY, Intent.PRICE, Intent.JOBS, Intent.MUST_HAVE, Intent.BECOME, Intent.COMPARE}
_IDLE = ("noise", "filler", "around", "pointing", "rather", "as_well", "of_opinion")
_VERBAL = ("fin", "praet", "impt", "imps", "inf", "bedzie", "pcon", "winien", "pred")
_NOMINAL = ("subst", "ger", "adj")


def newly_named(wish: Wish, memo: Memo) -> Wish | None:
    """Return the wish for what a short message may name, with the last liking if it is added to that; or ``None``."""
    words = analyse(wish.question, max_words=MOST_WORDS + 1).words
    if not memo.it.startswith(("kzis:", "zrk:")) or len(words) > MOST_WORDS or _asks_otherwise(wish, words):
        return None
    if not (name := _name_in(wish.question, words)):
        return None
    if _says(words, "as_well") and memo.subject and (acts_in(memo.subject) or liked(memo.question)):
        both = f"{memo.subject} {name}"
        return replace(wish, intent=Intent.RECOMMEND, score=1.0, subject=both, subjects=(both,))
    score = 1.0 if _says(words, "rather") else 0.0
    return replace(wish, intent=Intent.FIND, score=score, subject=name, subjects=(name,), guessed=True)


def turns_to_another(wish: Wish, memo: Memo) -> bool:
    """«To lepiej kucharz», «тоді краще кухар»: one thing named in place of the last is not compared with it."""
    words = analyse(wish.question, max_words=MOST_WORDS + 1).words
    asks = "?" in wish.question or any(word.folded in lexicon.words("asking") for word in words)
    short = len(words) <= MOST_WORDS and len(wish.subjects) == 1 and not wish.either
    return bool(memo.focus) and short and not asks and _says(words, "rather")


def _asks_otherwise(wish: Wish, words: Sequence[Word]) -> bool:
    """Tell whether a thing, a place or a field of a record is named or surely asked for already."""
    named = wish.subjects or wish.codes or wish.region or place_words(words)
    asked = wish.score >= SURE and wish.intent in _OF_A_FIELD
    cued = attributes_in(words) or any({*named_in(part, words)} - {"else"} for part in _ASKED_OTHERWISE)
    return bool(named or asked or cued)


def is_named(name: str) -> bool:
    """Tell whether a name stands as one names a thing: no Polish word of it in another case, none of many others."""
    words = analyse(name).words
    tags = [[tag for _, tag in readings(word.surface)] for word in words]
    named = all(not of_word or any("nom" in tag for tag in of_word) for of_word in tags)
    return named and len(words) == 1 and not _says(words, "of_life")


def _name_in(question: str, words: Sequence[Word]) -> str:
    """All that is said beside words of talk, where it is one name and nothing is done in it."""
    idle = frozenset[str]().union(*map(lexicon.words, _IDLE))
    said = (word for word in words if not word.stop and idle.isdisjoint((*word.lemmas, word.folded)))
    rest = [word for word in said if not named_in("rated", (word,))]
    if len(words) - len(rest) > MOST_BESIDE or _says(words, "generic"):
        return ""
    if not 1 <= len(rest) <= MOST_OF_NAME or any(word.folded in lexicon.words("asking") for word in words):
        return ""
    likely = {words[place].surface for place in naming_words(question, ALONE)}
    if not all(word.surface in likely or _may_name(word) for word in rest):
        return ""
    return " ".join(word.surface for word in rest)


def _may_name(word: Word) -> bool:
    """Tell whether a word may be a noun or stand beside one, and is no form of a verb."""
    if "\u0400" <= word.surface[0] <= "\u04ff":
        return not (ukrainian(word.surface) or word.surface).endswith(UK_INFINITIVE)
    tags = [tag.partition(":")[0] for _, tag in readings(word.surface)]
    return any(tag in _NOMINAL for tag in tags) and not any(tag in _VERBAL for tag in tags)


def _says(words: Sequence[Word], key: str) -> bool:
    return any(not lexicon.words(key).isdisjoint((*word.lemmas, word.folded)) for word in words)
