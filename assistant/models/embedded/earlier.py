"""Whether a message is a question about what was said before, told without a model's state."""

from assistant.models.embedded.intents import intent_reader
from assistant.models.embedded.plain import plainly
from assistant.models.embedded.subject import names_something, subject_of
from assistant.models.embedded.wish import OF_RECORDS, SURE
from retrieval.analysis import analyse

MOST_WORDS = 8


def goes_back(message: str) -> bool:
    """Tell whether ``message`` asks something of a record («kto go wydaje?») without naming one itself."""
    words = analyse(plainly(message), max_words=MOST_WORDS + 1).words
    if not 0 < len(words) <= MOST_WORDS:
        return False
    best = next(iter(intent_reader().read(words)), None)
    if best is None or best.intent not in OF_RECORDS or best.score < SURE:
        return False
    return not names_something(subject_of(words, best.used))
