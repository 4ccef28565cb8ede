"""From a message to a wish: what is wanted, of what, and whether it goes back to what was said before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.models.embedded import lexicon
from assistant.models.embedded.intents import Intent, Reading, intent_reader
from assistant.models.embedded.memo import Memo
from assistant.models.embedded.places import place_words, region_of
from assistant.models.embedded.plain import clauses, corrected, plainly
from assistant.models.embedded.reference import ordinals, pointed_at
from assistant.models.embedded.replies import agrees, step_of
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.subject import (
    codes_in,
    excluded_in,
    names_something,
    sides_of,
    subject_of,
    unknown_levels,
)
from assistant.models.embedded.told import constraints_in
from guardrails.output.protected import fair
from retrieval.analysis import Word, analyse

SURE = 0.5
UNSURE = 0.2
# A longer question says itself what it is about.
MOST_WORDS_BACK = 11
MOST_WORDS_CARRIED = 7
MOST_WORDS_ANOTHER = 5
MOST_ASKED = 3
# What a question mark is worth when the clause that asks is looked for.
QUESTION_MARK = 0.15
_TALK = frozenset({Intent.GREETING, Intent.THANKS, Intent.BYE, Intent.WHO_ARE_YOU, Intent.OFF_TOPIC, Intent.UNDECIDED})
# Wishes that go back to nothing: what they need stands in the message or in the notebook.
_WHOLE = _TALK | {
    Intent.INTERESTS,
    Intent.RECOMMEND,
    Intent.WEIGHTS,
    Intent.PLAN,
    Intent.PROFILE,
    Intent.FORGET_PROFILE,
    Intent.NOTE,
    Intent.SCHOOL_CHOICE,
}
_BACKWARD = frozenset({Intent.SIMPLER, Intent.MORE, Intent.SOURCES})
OF_RECORDS = frozenset(
    {
        Intent.WHO_AWARDS,
        Intent.LEVEL,
        Intent.VALIDITY,
        Intent.DURATION,
        Intent.ENTRY,
        Intent.PARTS,
        Intent.PART_OF,
        Intent.TASKS,
        Intent.OUTCOMES,
        Intent.SCHOOLS,
    }
)
_CARRIED = OF_RECORDS | {Intent.PAY, Intent.PRICE, Intent.JOBS, Intent.MUST_HAVE, Intent.BECOME}
# Asked of a part, these are answered by the occupation it belongs to.
OF_SCHOOLING = frozenset({Intent.SCHOOLS, Intent.BECOME, Intent.PAY, Intent.JOBS})
_OVERVIEWS = (
    Intent.FIND,
    Intent.SIMILAR,
    Intent.COMPARE,
    Intent.PARTS,
    Intent.INSTITUTIONS,
    Intent.BECOME,
    Intent.RECOMMEND,
    Intent.WEIGHTS,
    Intent.SCHOOL_CHOICE,
    Intent.PLAN,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants.

    ``subject`` is the question without its asking words, ``subjects`` that of each clause; ``asks`` are the wordings
    to put to the rules; ``targets`` are record ids the question points back to, ``before`` those it may point back
    to when nothing else fits, ``parents`` occupations spoken of that a target may belong to; ``hint`` is what was
    said before, to choose among equals. ``carried`` marks the last question asked again of another thing; ``simple``
    asks for fewer and plainer words, ``more`` for all there is.
    """

    intent: Intent
    score: float
    subject: str = ""
    subjects: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    question: str = ""
    asks: tuple[str, ...] = ()
    region: str = ""
    excluded: str = ""
    levels_unknown: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    hint: str = ""
    carried: bool = False
    step: tuple[str, int | None] = ("start", None)
    simple: bool = False
    more: bool = False

    @property
    def has_subject(self) -> bool:
        """Tell whether the question names something of its own."""
        return bool(self.subject or self.codes)


@dataclass(frozen=True, slots=True)
class _Clause:
    """One part of a message, read."""

    text: str
    words: tuple[Word, ...]
    reading: Reading
    second: Reading
    subject: str


_NO_READING = Reading(Intent.FIND, 0.0, frozenset())


def read_wish(situation: Situation) -> Wish:
    """Read the message in the light of the memo; the assistant's own question comes first.

    What the message tells of the person (gender, age, origin) has no part in it.
    """
    return _answering(situation.question, situation.memo) or _read(_fair(situation), situation.memo)


def _fair(situation: Situation) -> str:
    """After a question about institutions the place is what is asked: «a jeśli mieszkam w Katowicach?»."""
    placed = situation.memo.intent == Intent.INSTITUTIONS
    return situation.question if placed else fair(situation.question)


def _answering(message: str, memo: Memo) -> Wish | None:
    """A step of the questionnaire, or a yes to the offer of it."""
    if memo.offer == "interests:asking" and (step := step_of(message)):
        return Wish(Intent.INTERESTS, 1.0, question=message, step=step)
    if memo.offer in ("interests:offered", "interests:paused") and agrees(message):
        return Wish(Intent.INTERESTS, 1.0, question=message, step=("start", None))
    return None


@lru_cache(maxsize=256)
def _read(message: str, memo: Memo) -> Wish:
    corrects = corrected(message)
    said = corrects or message
    question = plainly(said)
    main, others = _main_clause(question)
    analysis = analyse(question, max_words=400)
    parts = [part for part in (main, *others) if names_something(part.subject)]
    wish = Wish(
        intent=main.reading.intent,
        score=main.reading.score,
        subject=parts[0].subject if parts else main.subject,
        subjects=tuple(dict.fromkeys(part.subject for part in parts)),
        codes=codes_in(question, analysis),
        question=question,
        asks=tuple(dict.fromkeys((question, said, *(part.text for part in parts if others))))[:MOST_ASKED],
        excluded=excluded_in(analysis.words),
        levels_unknown=unknown_levels(analysis.words),
        region=region_of(analysis.words),
        hint=f"{memo.question} {' '.join(name for entry in memo.names[:1] for name in entry.split('|')[1:2])}".strip(),
    )
    if wish.intent is Intent.BECOME and constraints_in(said).keys() - {"adult"}:
        wish = replace(wish, intent=Intent.PATHWAY)
    wish = _settle(wish, (main, *others), memo, corrects=bool(corrects))
    if wish.intent is not Intent.COMPARE or wish.targets:
        return wish
    return replace(wish, sides=wish.codes if len(wish.codes) > 1 else sides_of(question, main.reading, analysis.words))


def _main_clause(question: str) -> tuple[_Clause, tuple[_Clause, ...]]:
    """The clause that asks and the others; a greeting or «po polsku:» beside a question is left out."""
    whole = _clause(question)
    parts = [_clause(text) for text in clauses(question)]
    beside = _TALK | _BACKWARD | {Intent.ANOTHER}
    asking = [part for part in parts if part.reading.intent not in beside or part.reading.score < SURE]
    if len(parts) < 2 or not asking or whole.reading.intent in (Intent.COMPARE, Intent.UNDECIDED):
        return whole, ()
    main = max(reversed(asking), key=lambda part: part.reading.score + QUESTION_MARK * ("?" in part.text))
    return main, tuple(part for part in asking if part is not main)


def _clause(text: str) -> _Clause:
    words = analyse(text, max_words=400).words
    readings = intent_reader().read(words)
    reading = readings[0] if readings else _NO_READING
    second = next((other for other in readings if other.intent not in (Intent.ANOTHER, Intent.FIND)), _NO_READING)
    return _Clause(text, words, reading, second, subject_of(words, reading.used))


def _settle(wish: Wish, parts: tuple[_Clause, ...], memo: Memo, *, corrects: bool) -> Wish:
    """Decide between a question of its own and one that goes back to what was said."""
    words = parts[0].words
    if choice := _open_choice(words, memo):
        return replace(wish, intent=Intent.FIND, score=1.0, subject=choice, subjects=(choice,), asks=(choice,))
    if wish.codes:
        return _carried(wish, words, memo) if corrects or len(words) <= 2 else wish
    if wish.intent in _WHOLE and wish.score >= SURE:
        return wish
    return _of_table(wish, parts, memo) or _of_its_own(wish, words, memo, corrects=corrects)


def _of_table(wish: Wish, parts: tuple[_Clause, ...], memo: Memo) -> Wish | None:
    """A question that goes back to what lies on the table, or none."""
    words = parts[0].words
    if wish.intent in _BACKWARD and wish.score >= SURE:
        return _backward(wish, memo)
    if wish.intent is Intent.WHY and wish.score >= SURE:
        targets = pointed_at(words, parts[0].reading.used, memo) or memo.focus[:1]
        return replace(wish, targets=targets)
    if placed := _of_place(wish, words, memo):
        return placed
    pointing = (pointed_at(part.words, part.reading.used, memo) for part in parts)
    if targets := next((found for found in pointing if found), ()):
        if wish.intent is Intent.ANOTHER:
            wish = replace(wish, intent=parts[0].second.intent, score=parts[0].second.score)
        return _of_chosen(wish, targets, memo)
    if wish.intent is Intent.ANOTHER and wish.score >= SURE and len(words) <= MOST_WORDS_ANOTHER:
        return _another(wish, words, memo)
    if wish.subjects or _defines(wish, words):
        return None
    if _asks_which(wish, words) and len(memo.listed) > 1:
        return replace(wish, targets=memo.listed[:4], subject="")
    return _of_it(wish, memo)


def _of_its_own(wish: Wish, words: Sequence[Word], memo: Memo, *, corrects: bool) -> Wish:
    """A question that names its own subject; a short one may turn out to go back all the same."""
    if corrects or (words and words[0].folded in lexicon.words("and_what")):
        wish = _carried(wish, words, memo)
    if len(words) <= MOST_WORDS_BACK and not _defines(wish, words):
        wish = replace(wish, before=tuple(dict.fromkeys((*memo.focus[:1], *memo.listed[:5]))))
    if wish.score < UNSURE:
        return replace(wish, intent=Intent.FIND, score=0.0)
    return replace(wish, intent=Intent.SYSTEM) if wish.score < SURE or wish.intent is Intent.ANOTHER else wish


def _defines(wish: Wish, words: Sequence[Word]) -> bool:
    """«Co to jest PRK?» names a notion of the system, whatever was spoken of before."""
    said = {lemma for word in words if not word.stop for lemma in word.lemmas}
    return wish.intent is Intent.ABOUT and wish.score >= SURE and bool(said & lexicon.words("notions") or wish.subjects)


def _open_choice(words: Sequence[Word], memo: Memo) -> str:
    """The choice taken of an open question with fixed answers («z ludźmi», «the second»): the words to look for."""
    fixed = [option for option in memo.options if option.startswith("?")]
    if not fixed or len(words) > 6:
        return ""
    places = ordinals(words)
    if places and -len(fixed) <= places[0] < len(fixed):
        return fixed[places[0]].partition("|")[0][1:]
    said = [set(word.lemmas) for word in words if not word.stop]
    fits = [option for option in fixed if said and all(lemmas & _lemmas(option) for lemmas in said)]
    return fits[0].partition("|")[0][1:] if len(fits) == 1 else ""


def _lemmas(option: str) -> set[str]:
    return {lemma for word in analyse(option.partition("|")[2]).content for lemma in word.lemmas}


def _carried(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish:
    """The last question asked of another thing: «a Java?», «nie, chodziło mi o kelnera»."""
    last = Intent(memo.intent) if memo.intent else Intent.FIND
    if wish.score >= SURE or last not in _CARRIED or len(words) > MOST_WORDS_CARRIED:
        return wish
    return replace(wish, intent=last, score=SURE, carried=True)


def _of_place(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
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
    if wish.region and memo.intent == Intent.INSTITUTIONS and not names_something(others):
        again = f"{memo.question} {wish.region}"
        return replace(
            wish, intent=Intent.INSTITUTIONS, score=SURE, subject=memo.subject, question=again, asks=(again,)
        )
    return None


def _of_chosen(wish: Wish, targets: tuple[str, ...], memo: Memo) -> Wish:
    """A question of its own about the record chosen, or the last one once more."""
    parents = _parents(memo)
    if wish.score >= SURE and wish.intent not in (Intent.FIND, Intent.ANOTHER, Intent.SIMILAR):
        return replace(wish, subject="", targets=targets, parents=parents)
    again = _again(replace(wish, intent=Intent.ANOTHER), memo)
    return replace(again, targets=targets, parents=parents)


def _another(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish:
    """«The other one» without a place: the second of the list."""
    other = () if ordinals(words) else memo.listed[1:2]
    return replace(
        _again(wish, memo), targets=other, score=1.0 if other else 0.0, intent=_last(memo) if other else Intent.ANOTHER
    )


def _asks_which(wish: Wish, words: Sequence[Word]) -> bool:
    plain_facts = (Intent.LEVEL, Intent.VALIDITY, Intent.DURATION)
    asking = any(set(word.lemmas) & lexicon.words("which_of") for word in words[:2])
    return asking and wish.intent in plain_facts and wish.score >= UNSURE


def _of_it(wish: Wish, memo: Memo) -> Wish:
    """A question without a subject is about what was spoken of last; after a rule it completes the question."""
    wish = replace(wish, intent=Intent.SYSTEM) if wish.score < SURE else wish
    if not memo.focus:
        return wish
    records = [record_id for record_id in memo.recent if not record_id.startswith("fact:")]
    of_record = wish.intent in OF_RECORDS and bool(records)
    if memo.speaks_of_rule and not (of_record and memo.recent.index(records[0]) <= len(memo.focus)):
        completed = f"{memo.subject or memo.question} {wish.question}"
        asks = tuple(dict.fromkeys((completed, *wish.asks)))
        return replace(wish, intent=Intent.SYSTEM, subject="", asks=asks, before=memo.focus[:1], carried=True)
    target = next(iter(records), memo.it) if of_record else memo.it
    return replace(wish, targets=(target,), subject="", parents=_parents(memo))


def _parents(memo: Memo) -> tuple[str, ...]:
    return tuple(record_id for record_id in memo.recent if record_id.startswith("kzis:"))[:2]


def _backward(wish: Wish, memo: Memo) -> Wish:
    if wish.intent is Intent.SOURCES:
        return replace(wish, targets=memo.cited)
    again = _again(wish, memo)
    simple, more = wish.intent is Intent.SIMPLER, wish.intent is Intent.MORE
    return replace(again, targets=memo.focus[:1], parents=_parents(memo), simple=simple, more=more)


def _last(memo: Memo) -> Intent:
    """The last question's kind; an overview asked for a second time is about the record chosen."""
    last = Intent(memo.intent) if memo.intent else Intent.ABOUT
    return Intent.ABOUT if last in _OVERVIEWS else last


def _again(wish: Wish, memo: Memo) -> Wish:
    """The last question once more."""
    last = Intent(memo.intent) if memo.intent else Intent.ABOUT
    if wish.intent is Intent.ANOTHER:
        last = _last(memo)
    question = memo.question or wish.question
    return replace(wish, intent=last, subject="", question=question, asks=(question,))
