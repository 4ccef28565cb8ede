"""«Technikum czy liceum?»: types of school to be told apart or chosen from, where nothing else is named."""

from collections.abc import Sequence

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.onward import occupation_of
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.person.change import names_somebody
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import named_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.places import place_words
from assistant.models.embedded.words.plain import plainly
from retrieval.analysis import Word, analyse

MOST_WORDS = 24
FEWEST_NAMED = 2
DIFFERENCE = "Czym różnią się technikum, liceum i szkoła branżowa?"
"""Asked beside the message itself, whatever its language: the wordings of the rules are fullest in Polish."""


def school_types(question: str, memo: Memo) -> Wish | None:
    """Return the wish for what tells types of school apart; ``None`` where one is named or something else is asked.

    After an occupation it is asked which of them teaches it; which is better is told by nobody.
    """
    said = plainly(question)
    words = analyse(said, max_words=MOST_WORDS + 1).words
    named = {kind for word in words for kind in named_in("types", (word,))}
    if len(named) < FEWEST_NAMED or len(words) > MOST_WORDS or named_in("of_type", words):
        return None
    if occupation_of(memo.it) or "better" in named_in("rated", words):
        return None
    if not (named_in("between", words) or _bare(words)) or _names_an_occupation(said, words):
        return None
    return Wish(Intent.SYSTEM, 1.0, question=question, asks=(DIFFERENCE, question))


def _names_an_occupation(said: str, words: Sequence[Word]) -> bool:
    """«Mechanik motocyklowy - technikum czy branżówka?» asks which school teaches it."""
    places = naming_words(said) - place_words(words)
    named = (words[place] for place in sorted(places) if not named_in("types", (words[place],)))
    return any(names_somebody(word.surface) for word in named)


def _bare(words: Sequence[Word]) -> bool:
    """Tell whether a message has next to nothing beside the types («technikum, liceum?»)."""
    places = place_words(words)
    idle = lexicon.words("noise")
    rest = (
        word for at, word in enumerate(words) if at not in places and not word.stop and idle.isdisjoint(word.lemmas)
    )
    return all(named_in("types", (word,)) for word in rest)
