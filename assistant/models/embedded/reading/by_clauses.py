"""The clauses of a message put together to one wish: what is wanted, and of what."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.models.embedded.asked.at_place import asks_of_institution
from assistant.models.embedded.asked.courses import of_course
from assistant.models.embedded.asked.crafts import craft_asked
from assistant.models.embedded.asked.exam_place import asks_where, exam_place
from assistant.models.embedded.asked.figures import on_list
from assistant.models.embedded.asked.ratings import of_rating
from assistant.models.embedded.asked.which_school import of_which_school
from assistant.models.embedded.dialogue.again import of_a_kind
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.dialogue.newly_named import turns_to_another
from assistant.models.embedded.dialogue.reference import called_on_table
from assistant.models.embedded.dialogue.spoken import of_both
from assistant.models.embedded.dialogue.tie import tie_of
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.person.change import may_be_occupations
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.reading.clause import WISHING, Clause, is_bare, main_clause
from assistant.models.embedded.reading.deciding import decide
from assistant.models.embedded.reading.names import is_quality
from assistant.models.embedded.reading.subject import (
    asked_of,
    codes_in,
    either_of,
    excluded_in,
    names_something,
    sides_of,
    unknown_levels,
)
from assistant.models.embedded.wish import OF_RECORDS, SURE, TALK, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import also_asked, asked_first, attributes_in, strong_in, unheld_in
from assistant.models.embedded.words.colloquial import without_country
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.places import region_of
from assistant.models.embedded.words.plain import corrected, plainly
from retrieval.analysis import Word, analyse

MOST_ASKED = 3
MOST_CORRECTED = 3
# Surer than that, a message asks for help with a choice, whatever rules there are; and a rule is asked for.
TOLD_SURELY = 0.7
RULES_SURE = 0.7
_TOLD = frozenset({Intent.UNDECIDED, Intent.OFF_TOPIC, Intent.RECOMMEND, Intent.FIND, Intent.MUST_HAVE})
_EXAM = "egzamin"
_MAY_CHOOSE = TALK | {
    Intent.ABOUT,
    Intent.ANOTHER,
    Intent.BECOME,
    Intent.COMPARE,
    Intent.FIND,
    Intent.PATHWAY,
    Intent.RECOMMEND,
    Intent.SCHOOL_CHOICE,
    Intent.SYSTEM,
}
_FACTS = OF_RECORDS | {Intent.BECOME}
_OF_GOAL = frozenset({Intent.BECOME, Intent.PATHWAY})


@lru_cache(maxsize=256)
def by_clauses(message: str, memo: Memo) -> Wish:
    """Read what the clauses of a message ask, of what, and what of the talk before they go back to."""
    corrects = corrected(message)
    said = corrects or message
    if names_something(rest := without_country(said)) and naming_words(rest):
        said = rest
    question = plainly(said)
    if listed := on_list(question, memo):
        question = said = listed
    main, others = main_clause(question, memo.before)
    liking = liked(question)
    main = _settled(main, liking, listed=bool(listed), memo=memo)
    analysis = analyse(question, max_words=400)
    asked = asked_first(analysis.words, main.reading.intent)
    parts = _naming_parts(main, others, liking, corrects=bool(corrects))
    wish = Wish(
        intent=asked,
        score=main.reading.score,
        subject=parts[0].subject if parts else _naming(main.subject),
        subjects=tuple(dict.fromkeys(part.subject for part in parts)),
        codes=codes_in(question, analysis),
        question=question,
        asks=_asked(question, said, [part.text for part in (parts or [main]) if others]),
        excluded=excluded_in(analysis.words),
        levels_unknown=unknown_levels(analysis.words),
        region=region_of(analysis.words),
        also=also_asked(analysis.words, asked),
        clause=main.text,
        unheld="" if liking else unheld_in(analysis.words),
        hint=f"{memo.question} {' '.join(name for entry in memo.names[:1] for name in entry.split('|')[1:2])}".strip(),
    )
    if wish.intent is Intent.INTERESTS and any(set(word.lemmas) & lexicon.words("whole") for word in analysis.words):
        wish = replace(wish, step=("start_full", None))
    tie = tie_of(question, memo.before)
    wish = of_a_kind(of_rules(wish, named=names_something(main.subject)), memo)
    wish = replace(decide(wish, (main, *others), memo, tie, corrects=bool(corrects)), own=tie.own)
    if listed:
        wish = replace(wish, question=plainly(message))
    wish = of_course(_of_papers_and_places(wish, question, memo), memo)
    return wish if wish.course else _of_several(wish, question, main, analysis.words, memo)


def _of_papers_and_places(wish: Wish, question: str, memo: Memo) -> Wish:
    """Read what a wish asks of a craft's paper, of the place of an exam and of an institution."""
    wish = replace(wish, craft=craft_asked(question, memo), exam=exam_place(question, memo))
    wish = replace(wish, institution=asks_of_institution(question, memo))
    if wish.exam and wish.exam.follows:
        wish = replace(wish, question=f"{_EXAM} {question}")  # so that a third place is understood as well
    if asks_where(question) and not wish.region and memo.it.startswith(("kzis:", "zrk:")):
        return replace(wish, intent=Intent.WHO_AWARDS, score=1.0, targets=(memo.it,), subject="", subjects=())
    return wish


def _of_several(wish: Wish, question: str, main: Clause, words: Sequence[Word], memo: Memo) -> Wish:
    """Read which things are asked about in one breath: the same of each, a comparison, or which to choose."""
    if of_schools := of_which_school(wish, words):
        return of_schools
    either = tuple(called_on_table(side, memo) for side in either_of(question))
    fields = {intent for intent, _ in attributes_in(words)}
    if wish.intent is Intent.SYSTEM and wish.score < SURE and fields == {Intent.COMPARE} and len(wish.subjects) == 1:
        wish = replace(wish, intent=Intent.COMPARE, score=SURE, targets=(), among=())  # «kelner to to samo?»
    if wish.intent in OF_RECORDS and not (wish.targets or wish.codes) and either and may_be_occupations(either):
        wish = replace(wish, intent=Intent.COMPARE)  # «technik elektryk czy elektryk»: no field of them is named
    if wish.intent in OF_RECORDS and not (wish.targets or wish.codes):
        named = asked_of(question, {words[place].surface for place in naming_words(question)})
        several = tuple(called_on_table(name, memo) for name in named)
        return of_rating(replace(wish, sides=several), memo)
    if wish.intent in _MAY_CHOOSE and not wish.codes:
        wish = replace(wish, either=either)
    if wish.intent is Intent.COMPARE and turns_to_another(wish, memo):
        return replace(wish, intent=Intent.FIND, score=0.0, targets=(), before=())
    if wish.intent is Intent.COMPARE and len(wish.targets) < 2:
        sides = wish.codes if len(wish.codes) > 1 else sides_of(question, main.reading, words)
        sides = tuple(called_on_table(side, memo) for side in sides) if len(sides) > 1 else wish.either or sides
        both = of_both(replace(wish, sides=sides), memo)
        wish = wish if wish.targets and both.targets == wish.targets else both
    return of_rating(wish, memo)


def _settled(main: Clause, liking: str, *, listed: bool, memo: Memo) -> Clause:
    """Read the clause that asks as what its form says it is: a place in a list, a bare name, a liking."""
    intent, score = main.reading.intent, main.reading.score
    if listed:
        intent, score = Intent.JOBS, 1.0
    elif (is_bare(main) and not memo.question) or _is_another(main, memo):
        intent, score = Intent.FIND, 0.0
    elif score < SURE and not memo.question and is_quality(main.subject, main.words):
        intent, score = Intent.RECOMMEND, SURE
    elif liking and score < SURE:
        intent, score = Intent.FIND, SURE
    return replace(main, reading=replace(main.reading, intent=intent, score=score))


def _naming_parts(main: Clause, others: Sequence[Clause], liking: str, *, corrects: bool) -> list[Clause]:
    """The clauses that name something, the one that asks first."""
    parts = [part for part in (main, *others) if names_something(part.subject)]
    if not parts and corrects and len(main.words) <= MOST_CORRECTED and names_something(main.text):
        return [replace(main, subject=main.text)]  # «miałem na myśli Javę»: what is left is the name
    if not parts and main.reading.intent in WISHING and names_something(liking):
        return [replace(main, subject=liking)]  # «I love reading»: no word of it is a known name
    return [part for part in parts if part is main] if _defines_a_notion(main) else parts


def _is_another(clause: Clause, memo: Memo) -> bool:
    """Tell whether a clause is a name only («a kominiarz?»): what is asked of it stands in the question before.

    So it is where it was read as one for figures, or for a way after a question for what is missing («a do kelnera?»).
    """
    of_way = memo.intent == Intent.GAP and clause.reading.intent is Intent.PATHWAY
    asks = any(word.folded in lexicon.words("asking") for word in clause.words)
    # «a złotnik?» may be like an example for a card; after a plain fact it asks for that.
    of_fact = clause.reading.intent is Intent.ABOUT and not asks and memo.intent in _FACTS
    figures = clause.reading.intent in (Intent.PAY, Intent.JOBS)
    if not (of_way or of_fact or figures) or strong_in(clause.words):
        return False
    unsaid = lexicon.words("and_what")
    rest = (word for place, word in enumerate(clause.words) if place in clause.reading.used and not word.stop)
    return bool(clause.subject) and all(word.folded in unsaid for word in rest)


def _naming(subject: str) -> str:
    """Return a subject that names something, or nothing: «KKZ» is no record to look for."""
    return subject if names_something(subject) else ""


def _asked(question: str, said: str, clauses: Sequence[str]) -> tuple[str, ...]:
    """What is put to the rules: the message, and each clause that can be understood without the others."""
    return tuple(dict.fromkeys((question, said, *(text for text in clauses if not leans(text)))))[:MOST_ASKED]


def of_rules(wish: Wish, *, named: bool) -> Wish:
    """A situation told («nauczyłam się w pracy, nie mam papieru») may ask for a rule where it seems to ask for help.

    ``named``: the clause that asks names a thing itself («da się z tego zrobić kwalifikację?» does not).
    """
    unnamed = (wish.intent is Intent.MUST_HAVE and not wish.subjects) or (wish.intent in _OF_GOAL and not named)
    unsure = unnamed or (wish.intent in _TOLD and wish.score < TOLD_SURELY)
    return replace(wish, intent=Intent.SYSTEM) if unsure and asks_of_rules(wish.question) >= RULES_SURE else wish


def _defines_a_notion(clause: Clause) -> bool:
    """«Zostawmy to. Co to jest PRK?»: the clause that asks for a notion is not about the things beside it."""
    asks = clause.reading.intent is Intent.ABOUT and clause.reading.score >= SURE
    return asks and bool(clause.lemmas & lexicon.words("notions"))
