"""A question that names a kind of institution, or only a place."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded import lexicon
from assistant.models.embedded.intents import Intent
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.memo import Memo
from assistant.models.embedded.places import place_words
from assistant.models.embedded.subject import names_something
from assistant.models.embedded.wish import SURE, Wish
from retrieval.analysis import Word, analyse


def of_place(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """A question that names a kind of institution, or only a place after a question about institutions."""
    lemmas = {lemma for word in words for lemma in word.lemmas}
    asked = wish.intent in (Intent.FIND, Intent.ABOUT, Intent.SYSTEM, Intent.INSTITUTIONS)
    named = bool(lemmas & lexicon.words("institutions"))
    if named and (wish.region or (asked and len(words) <= 6)):
        kinds = lexicon.institution_kinds()
        kind = next((kinds[lemma] for lemma in lemmas if lemma in kinds), "")
        return replace(wish, intent=Intent.INSTITUTIONS, subject=kind or wish.subject)
    places = place_words(words) if wish.region else frozenset()
    others = " ".join(word.surface for i, word in enumerate(words) if i not in places)
    alone = not names_something(others) or (asked and not naming_words(wish.question) - place_words(_words(wish)))
    if wish.region and memo.intent == Intent.INSTITUTIONS and alone:
        again = f"{memo.question} {wish.region}"
        return replace(
            wish, intent=Intent.INSTITUTIONS, score=SURE, subject=memo.subject, question=again, asks=(again,)
        )
    return None


def _words(wish: Wish) -> Sequence[Word]:
    return analyse(wish.question, max_words=400).words
