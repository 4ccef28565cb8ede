"""Whether a message is a question about what was said before, told without a model's state."""

from collections.abc import Sequence

from assistant.models.embedded.intents import Intent, Reading, intent_reader
from assistant.models.embedded.plain import plainly
from assistant.models.embedded.reference import ordinals
from assistant.models.embedded.subject import names_something, subject_of
from assistant.models.embedded.wish import OF_RECORDS, SURE
from retrieval.analysis import Word, analyse

MOST_WORDS = 8


def goes_back(message: str) -> bool:
    """Tell whether ``message`` asks something of a record («kto go wydaje?») without naming one itself."""
    words = analyse(plainly(message), max_words=MOST_WORDS + 1).words
    if not 0 < len(words) <= MOST_WORDS:
        return False
    best = next(iter(intent_reader().read(words)), None)
    if best is None or best.score < SURE or not (best.intent in OF_RECORDS or _of_listed(best, words)):
        return False
    return not names_something(subject_of(words, best.used))


def _of_listed(best: Reading, words: Sequence[Word]) -> bool:
    """Tell whether it goes back to a place of the list: «opowiedz więcej o pierwszym»."""
    return best.intent in (Intent.MORE, Intent.ABOUT, Intent.ANOTHER) and bool(ordinals(words))
