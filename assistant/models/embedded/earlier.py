"""Whether a message is a question of the field, or about what was said before, told without a model's state."""

from collections.abc import Sequence

from assistant.models.embedded.clause import main_clause
from assistant.models.embedded.intents import Intent, Reading, intent_reader
from assistant.models.embedded.plain import plainly
from assistant.models.embedded.reference import ordinals
from assistant.models.embedded.subject import names_something, subject_of
from assistant.models.embedded.wish import OF_RECORDS, SURE
from guardrails.output.protected import fair
from guardrails.weighing import of_field
from retrieval.analysis import Word, analyse

MOST_WORDS = 8
# A question with a word of the field in it that asks one of these is no chat.
_OF_FIELD = OF_RECORDS | {Intent.PRICE, Intent.JOBS, Intent.INSTITUTIONS, Intent.BECOME}


def asks_of_field(message: str) -> bool:
    """Tell whether ``message`` surely asks for a feature of the field: pay, or what a word of the field names."""
    reading = main_clause(plainly(message))[0].reading
    if reading.score < SURE:
        return False
    return reading.intent is Intent.PAY or (reading.intent in _OF_FIELD and of_field(message))


def goes_back(message: str) -> bool:
    """Tell whether ``message`` asks something of a record («kto go wydaje?») without naming one itself."""
    words = analyse(plainly(fair(message)), max_words=MOST_WORDS + 1).words
    if not 0 < len(words) <= MOST_WORDS:
        return False
    best = next(iter(intent_reader().read(words)), None)
    used = best.used if best is not None and best.score >= SURE else frozenset()
    if best is not None and best.score >= SURE and not (best.intent in OF_RECORDS or _of_listed(best, words)):
        return not any(_is_content(word) for word in words)
    return not names_something(subject_of(words, used))


def _is_content(word: Word) -> bool:
    return not word.stop and names_something(word.surface)


def _of_listed(best: Reading, words: Sequence[Word]) -> bool:
    """Tell whether it goes back to a place of the list: «opowiedz więcej o pierwszym»."""
    return best.intent in (Intent.MORE, Intent.ABOUT, Intent.ANOTHER) and bool(ordinals(words))
