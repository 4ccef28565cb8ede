"""«Żeby zostać kucharzem, technikum czy branżówka?»: which kind of school teaches the occupation that is named."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import kinds_of_school
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import Word

MOST_OF_NAME, FEWEST = 3, 2
_OR = frozenset({"czy", "albo", "lub", "or", "чи", "або"})
_OPEN = frozenset(
    {
        Intent.ABOUT,
        Intent.BECOME,
        Intent.COMPARE,
        Intent.ENTRY,
        Intent.FIND,
        Intent.SCHOOL_CHOICE,
        Intent.SCHOOLS,
        Intent.SYSTEM,
    }
)


def of_which_school(wish: Wish, words: Sequence[Word]) -> Wish | None:
    """Return the wish for the schools of one occupation between two kinds of them; ``None`` where none is asked so."""
    if wish.intent not in _OPEN or wish.codes or wish.targets or wish.course:
        return None
    schools = kinds_of_school(words)
    if len(schools) < FEWEST or not any(word.folded in _OR for word in words):
        return None
    named = [at for at, word in enumerate(words) if names_somebody(word.surface) and at not in schools]
    if not named or any(is_somebody(words[at].surface) and at - named[0] >= MOST_OF_NAME for at in named):
        return None  # two occupations are asked about
    inside = range(
        named[0], min(named[0] + MOST_OF_NAME, min((at for at in schools if at > named[0]), default=len(words)))
    )
    of_name = [at for at in inside if at in named or _goes_on(words[at])]
    name = " ".join(words[at].surface for at in of_name)
    return replace(wish.about(name), intent=Intent.DURATION)  # told with how long each of its schools lasts


def _goes_on(word: Word) -> bool:
    """Tell whether a word may be of the name of an occupation: no word that asks or joins."""
    idle = lexicon.words("noise") | lexicon.words("around") | lexicon.words("asking") | lexicon.words("choosing")
    return not word.stop and idle.isdisjoint((*word.lemmas, word.folded))
