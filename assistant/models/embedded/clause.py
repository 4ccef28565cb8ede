"""The clauses of a message, each read by itself, and which of them asks."""

from dataclasses import dataclass, replace

from assistant.models.embedded.attributes import with_cue
from assistant.models.embedded.intents import Intent, Reading, intent_reader
from assistant.models.embedded.plain import clauses
from assistant.models.embedded.subject import subject_of
from assistant.models.embedded.wish import BACKWARD, SURE, TALK
from retrieval.analysis import Word, analyse

# What a question mark is worth when the clause that asks is looked for.
QUESTION_MARK = 0.15
ONLY_TOLD = 0.3
_NO_READING = Reading(Intent.FIND, 0.0, frozenset())


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a message, read."""

    text: str
    words: tuple[Word, ...]
    reading: Reading
    second: Reading
    subject: str

    @property
    def lemmas(self) -> frozenset[str]:
        """All readings of its words."""
        return frozenset(lemma for word in self.words for lemma in word.lemmas)


def main_clause(question: str) -> tuple[Clause, tuple[Clause, ...]]:
    """The clause that asks and the others; a greeting or «po polsku:» beside a question is left out."""
    whole = _clause(question)
    parts = [_clause(text) for text in clauses(question)]
    beside = TALK | BACKWARD | {Intent.ANOTHER}
    asking = [part for part in parts if part.reading.intent not in beside or part.reading.score < SURE]
    if len(parts) < 2 or not asking or whole.reading.intent in (Intent.COMPARE, Intent.UNDECIDED):
        return whole, ()
    main = max(reversed(asking), key=_asks)
    if main.reading.intent is Intent.COMPARE and main.reading.score >= SURE:
        return _compares(whole, main), ()
    return main, tuple(part for part in asking if part is not main)


def _compares(whole: Clause, main: Clause) -> Clause:
    """«A, B, C: czym to się różni?»: what is compared may stand in another clause than the asking words."""
    asking = {main.words[i].surface for i in main.reading.used}
    used = frozenset(i for i, word in enumerate(whole.words) if word.surface in asking)
    return replace(whole, reading=replace(main.reading, used=used))


def _asks(part: Clause) -> float:
    """How surely a clause asks: by its reading and its mark; an interest told («interesuje mnie …») asks little."""
    told = part.reading.intent is Intent.FIND and "?" not in part.text
    return part.reading.score + QUESTION_MARK * ("?" in part.text) - ONLY_TOLD * told


def _clause(text: str) -> Clause:
    words = analyse(text, max_words=400).words
    readings = intent_reader().read(words)
    reading = with_cue(readings, words) or (readings[0] if readings else _NO_READING)
    second = next((other for other in readings if other.intent not in (Intent.ANOTHER, Intent.FIND)), _NO_READING)
    return Clause(text, words, reading, second, subject_of(words, reading.used))
