"""«Chcę zmienić zawód, byłam księgową»: what is named is left, and no thing to look for."""

from pathlib import Path

from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.person.inclined import inclined
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import Word, analyse, fold
from retrieval.analysis.morphology import readings

_PHRASES = PhraseFile(Path(__file__).with_name("leaving.yaml"))
MOST_WORDS = 40
NEAR = 3
"""So many words before the work one does a word stands that says so: «am a qualified cook»."""


def of_leaving(situation: Situation) -> Wish | None:
    """Return the wish of who leaves an occupation for none that is named, to be asked back; ``None`` for any other."""
    question = situation.question
    words = analyse(question, max_words=MOST_WORDS + 1).words
    said = [fold(word.surface) for word in words]
    if not 0 < len(said) <= MOST_WORDS or not _PHRASES.says(said, "leaves"):
        return None
    people = [at for at, word in enumerate(words) if _is_by_work(word)]
    own = [at for at in people if _is_own(said, at)]
    if not own or len(own) < len(people):
        return None
    surfaces = [words[at].surface for at in own]
    if set(inclined(question).wanted) - set(surfaces):
        return None  # what is liked is wanted; «a cook» is what they are
    left = ", ".join(surfaces)
    return Wish(
        Intent.UNDECIDED, 1.0, question=question, asks=(question,), excluded=question, rejected=left, origin=left
    )


def _is_by_work(word: Word) -> bool:
    """Tell whether a word, of any language, is what somebody is called by their work."""
    return is_somebody(word.surface) or (not readings(word.surface) and names_somebody(word.surface))


def _is_own(said: list[str], at: int) -> bool:
    """Tell whether what stands at a place is what somebody is or was, and not where they go."""
    before = said[max(0, at - NEAR) : at]
    if _PHRASES.says(before, "own"):
        return True
    return not (before and _PHRASES.has_word(before[-1], "goal"))
