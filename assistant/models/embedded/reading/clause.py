"""The clauses of a message, each read by itself, and which of them asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.models.embedded.learnt import Wants, wants_of
from assistant.models.embedded.learnt.naming import SURE as SURE_NAME
from assistant.models.embedded.learnt.naming import WISHED, naming_words
from assistant.models.embedded.learnt.turns import NOTHING, Before, wants_after
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.person.dislikes import without_dislikes
from assistant.models.embedded.reading.names import of_names
from assistant.models.embedded.reading.subject import subject_of
from assistant.models.embedded.wish import BACKWARD, SURE, TALK
from assistant.models.embedded.words.attributes import strong_in, with_cue
from assistant.models.embedded.words.intents import Intent, Reading, intent_reader
from assistant.models.embedded.words.places import place_words
from assistant.models.embedded.words.plain import clauses
from retrieval.analysis import Word, analyse

# What a question mark is worth when the clause that asks is looked for.
QUESTION_MARK = 0.15
ONLY_TOLD = 0.3
# So sure of the whole message, the clause is the one that asks which is read like it.
AGREED = 0.9
# What the score of an example counts beside the probability of the learnt model.
EXAMPLES_COUNT = 0.35
# An example that fits so well is what the question is.
LITERAL = 0.9
# What does something with the profile or the conversation is done only if it is so probable.
ACT = 0.6
# What a reading in the light of the talk counts beside one of the words alone.
OF_TALK = 0.5
# Lists of what is liked name more than one is sure of.
WISHING = frozenset({Intent.FIND, Intent.RECOMMEND, Intent.SCHOOL_CHOICE})
# A message of more words says something else than good day.
MOST_OF_COURTESY = 8
_COURTESY = frozenset({Intent.GREETING, Intent.THANKS, Intent.BYE})
_WHOLE_TOLD = frozenset({Intent.NOTE, Intent.CORRECT})
_ACTS = frozenset(
    {
        Intent.CORRECT,
        Intent.FORGET_PROFILE,
        Intent.KEEP,
        Intent.NOTE,
        Intent.PLAN,
        Intent.PROFILE,
        Intent.WEIGHTS,
        Intent.WHY,
        Intent.INTERESTS,
    }
)
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


def main_clause(question: str, before: Before = NOTHING) -> tuple[Clause, tuple[Clause, ...]]:
    """The clause that asks and the others; a greeting or «po polsku:» beside a question is left out.

    ``before`` is what was said before.
    """
    whole = _clause(question, before)
    parts = [_clause(text, before) for text in clauses(question)]
    beside = TALK | BACKWARD | {Intent.ANOTHER}
    asking = [part for part in parts if part.reading.intent not in beside or part.reading.score < SURE]
    if len(parts) < 2 or not asking or whole.reading.intent in (Intent.COMPARE, Intent.UNDECIDED):
        return whole, ()
    sure = whole.reading.score >= AGREED
    agreeing = [part for part in asking if sure and part.reading.intent is whole.reading.intent]
    main = max(reversed(agreeing or asking), key=_asks)
    if main.reading.score < SURE <= whole.reading.score:  # «co skończyć, żeby pracować jako …?»
        return whole, ()
    if leans(main.text) and not leans(question):  # «… o poziomach PRK. Ile ich jest?»
        return whole, ()
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
    told = part.reading.intent in (*_ACTS, Intent.FIND, Intent.RECOMMEND) and "?" not in part.text
    return part.reading.score + QUESTION_MARK * ("?" in part.text) - ONLY_TOLD * told


def _clause(text: str, before: Before) -> Clause:
    words = analyse(text, max_words=400).words
    readings = intent_reader().read(words)
    literal = with_cue(readings, words) or (readings[0] if readings else _NO_READING)
    first, second = _weighed(text, before, words, literal, readings)
    if first.intent in WISHING:
        named = _kept(words, naming_words(text, WISHED), without_dislikes(text))
    else:
        named = naming_words(text, SURE_NAME)
    named = of_names(words, named, wished=first.intent in WISHING)
    if first.intent is not Intent.INSTITUTIONS:
        named -= place_words(words)
    asking = frozenset(range(len(words))) - named
    if first.intent in _WHOLE_TOLD:  # what is to be noted is told whole: «umiem spawać rury»
        own = next((reading.used for reading in readings if reading.intent is first.intent), frozenset())
        return Clause(text, words, replace(first, used=own), second, subject_of(words, own))
    return Clause(text, words, replace(first, used=asking), second, subject_of(words, asking))


def _kept(words: Sequence[Word], named: frozenset[int], left: str) -> frozenset[int]:
    """Return the places of ``named`` whose word is said in ``left`` too, the text without what one keeps away from."""
    said = {word.surface for word in analyse(left, max_words=400).words}
    return frozenset(place for place in named if words[place].surface in said)


def is_bare(clause: Clause) -> bool:
    """Tell whether a message is a name and nothing else («technik programista»)."""
    named = [word for place, word in enumerate(clause.words) if place not in clause.reading.used]
    return bool(named) and len(named) == len(clause.words)


def _weighed(
    text: str, before: Before, words: Sequence[Word], literal: Reading, readings: Sequence[Reading]
) -> tuple[Reading, Reading]:
    """The reading that examples and the learnt model together make most likely, and the best other with a subject."""
    learnt = {Intent(name): chance for name, chance in _wants(text, before)}
    scores = {reading.intent: reading.score for reading in readings} | {literal.intent: literal.score}
    worth = {intent: chance + EXAMPLES_COUNT * scores.get(intent, 0.0) for intent, chance in learnt.items()}
    for intent in strong_in(words):
        worth[intent] += EXAMPLES_COUNT
    if literal.score >= LITERAL:
        worth[literal.intent] += 1
    if naming_words(text):
        for intent in _COURTESY:  # «dzień dobry, szukam czegoś w gastronomii»
            worth[intent] -= scores.get(intent, 0.0) < LITERAL
    if len(words) > MOST_OF_COURTESY:
        for intent in _COURTESY:  # «доброго дня, я з України, шукаю роботу, що порадите?»
            worth[intent] -= scores.get(intent, 0.0) < LITERAL
    for intent in _ACTS:
        if learnt[intent] < ACT and scores.get(intent, 0.0) < LITERAL:
            worth[intent] -= 1
    order = sorted(worth, key=lambda intent: -worth[intent])
    found = [Reading(intent, round(max(learnt[intent], scores.get(intent, 0.0)), 4), frozenset()) for intent in order]
    second = next((one for one in found[1:] if one.intent not in (Intent.ANOTHER, Intent.FIND)), _NO_READING)
    return found[0], second


def _wants(text: str, before: Before) -> Wants:
    """What is wanted by the words alone, or by the words and what was said before, half each."""
    alone = dict(wants_of(text))
    if not before.kind:
        return tuple(alone.items())
    later = dict(wants_after(text, before))
    return tuple((name, (1 - OF_TALK) * chance + OF_TALK * later.get(name, 0.0)) for name, chance in alone.items())
