"""Whether a message is a question of the field, or about what was said before, told without a model's state."""

from collections.abc import Sequence

from assistant.models.embedded.dialogue.reference import ordinals
from assistant.models.embedded.learnt.naming import ALONE, naming_words
from assistant.models.embedded.reading.clause import main_clause
from assistant.models.embedded.reading.subject import codes_in, names_something, subject_of
from assistant.models.embedded.wish import OF_RECORDS, SURE
from assistant.models.embedded.words.intents import Intent, Reading, intent_reader
from assistant.models.embedded.words.plain import plainly
from guardrails.output.protected import fair
from guardrails.weighing import of_field
from retrieval.analysis import Word, analyse

MOST_WORDS = 8
# A question with a word of the field in it that asks one of these is no chat.
_OF_FIELD = OF_RECORDS | {Intent.PRICE, Intent.JOBS, Intent.INSTITUTIONS, Intent.BECOME}
_COURTESY = frozenset({Intent.GREETING, Intent.THANKS, Intent.BYE, Intent.WHO_ARE_YOU})
# Read so where nothing is named: «co mam zrobić», «mam 15 lat», «mama nic nie robi».
_OF_NOTHING = frozenset({Intent.UNDECIDED, Intent.OFF_TOPIC, Intent.NOTE, Intent.CORRECT, Intent.FIND, Intent.PLAN})
SURELY_ASKED = 0.9


def asks_nothing(message: str, *, told: bool = False) -> bool:
    """Tell whether ``message`` names nothing and surely asks for nothing of the field.

    A word of the field asks too, but not in a few words that were ``told`` («w szkole mi dokuczają»).
    """
    question = plainly(message)
    analysis = analyse(question, max_words=400)
    if codes_in(question, analysis) or naming_words(question, ALONE):
        return False
    if told and len(analysis.words) <= MOST_WORDS and not message.rstrip().endswith("?"):
        return True
    if of_field(message):
        return False
    reading = main_clause(question)[0].reading
    return reading.score < SURELY_ASKED or reading.intent in _OF_NOTHING


def is_courtesy(message: str) -> bool:
    """Tell whether ``message`` is a greeting, thanks or the like."""
    reading = main_clause(plainly(message))[0].reading
    return reading.score >= SURE and reading.intent in _COURTESY


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
