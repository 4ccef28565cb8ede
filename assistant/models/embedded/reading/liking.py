"""A message that tells likings asks what suits them: each counts, and what is kept away from is left out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.advice.matching import likings_of
from assistant.models.embedded.asked.branches import branches_listed, without_school
from assistant.models.embedded.asked.lists import category_named
from assistant.models.embedded.dialogue.replies import speaks_of_notes
from assistant.models.embedded.learnt import wants_of
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.person.inclined import Inclined, adds, inclined
from assistant.models.embedded.person.selfless import selfless
from assistant.models.embedded.person.told import counts_years, preference_in
from assistant.models.embedded.planning.advising import recommendation
from assistant.models.embedded.reading.subject import codes_in, names_something
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words.attributes import attributes_in, named_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.plain import corrected
from register.vocabulary import Audience
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import is_infinitive

_AND = ", "
_TECHNICIAN = frozenset({"technik", "технік", "техніком"})
"""As a lemma of Polish, or as it stands in Ukrainian, where «техніка» is machines."""
_BEING = frozenset({"byc", "zostac"})
MOST_OF_SCHOOL = 10
"""So many are looked at for those that one type of school teaches."""
MOST_REST = 4
"""A wish with more words that are no liking is about more than likings."""
RULES = 0.5
"""So likely rules must answer a question for it not to be one for what suits a liking."""
_OPEN = frozenset(
    {
        Intent.FIND,
        Intent.RECOMMEND,
        Intent.UNDECIDED,
        Intent.ABOUT,
        Intent.BECOME,
        Intent.PATHWAY,
        Intent.ANOTHER,
        Intent.OFF_TOPIC,
        Intent.TASKS,
        Intent.CORRECT,
        Intent.SIMILAR,
    }
)


_OF_NOTES = frozenset({Intent.NOTE, Intent.KEEP, Intent.CORRECT})
"""What one says of oneself («i'm good at maths») is to be noted only where notes are spoken of."""


def of_likings(situation: Situation) -> Wish | None:
    """Return the wish of a message that tells likings, or what is not wanted of those told before."""
    question, memo = selfless(situation.question), situation.memo
    school, question = without_school(question)
    told = inclined(question)
    if category_named(analyse(question, max_words=100).words):
        return None  # «jakie wolnorynkowe polecić zainteresowanemu florystyką?» is looked for in that category
    if branches_listed(question):
        return None  # «lista zawodów z branży kosmetycznej» is no liking
    if corrected(situation.question) or not (told.wanted or told.away) or _asks_otherwise(question, told):
        return None
    if told.wanted:
        bare = told.bare and (situation.audience is Audience.YOUTH or len(told.wanted) > 1)
        named = told.told or bare
        return (
            replace(_suits(_beside_before(told, situation), told, situation, school), school=school) if named else None
        )
    if not told.likings_away or counts_years(question):
        return None  # «nie chcę się uczyć 5 lat» is about years
    if memo.intent == Intent.RECOMMEND and names_something(memo.subject):
        return _suits(memo.subject, told, situation)
    return Wish(
        Intent.UNDECIDED,
        1.0,
        question=situation.question,
        excluded=situation.question,
        rejected=_away(told, situation),
    )


def _beside_before(told: Inclined, situation: Situation) -> str:
    """What is wished; in a few words that only add it, what was wished before as well («no i jeszcze fryzury»)."""
    memo, wish = situation.memo, _AND.join(told.wanted)
    if not told.bare or not adds(situation.question) or memo.intent != Intent.RECOMMEND:
        return wish
    return f"{memo.subject}{_AND}{wish}" if inclined(memo.subject).wanted else wish


def _suits(wish: str, told: Inclined, situation: Situation, school: str = "") -> Wish:
    away = _away(told, situation)
    return Wish(
        Intent.RECOMMEND,
        1.0,
        subject=wish,
        subjects=(wish,),
        question=situation.question,
        asks=(situation.question,),
        call=recommendation(wish, situation, filter(None, away.split(_AND)), MOST_OF_SCHOOL if school else None),
        rejected=away,
    )


def _away(told: Inclined, situation: Situation) -> str:
    """What is not wanted, now and before, but for what is wished now after all."""
    liked = {one.key for text in told.wanted for one in likings_of(text)}
    said = filter(None, situation.memo.rejected.split(_AND))
    before = (one for one in said if liked.isdisjoint(liking.key for liking in likings_of(one)))
    return _AND.join(dict.fromkeys((*before, *told.away)))


def _asks_otherwise(question: str, told: Inclined) -> bool:
    """Tell whether something else is asked: a fact, a rule, a named occupation."""
    words = analyse(question, max_words=100).words
    work = {Intent.JOBS} if told.work else set()
    if {intent for intent, _ in attributes_in(words)} - work or codes_in(question, analyse(question)):
        return True
    if len(told.rest) > MOST_REST or _names_an_occupation(words, told):
        return True
    if _to_be_somebody(words, told):
        return True
    named = (word for word in told.rest if not is_infinitive(word))
    if any(map(names_somebody, named)) or any(
        is_somebody(word) and names_somebody(word) for text in told.wanted for word in text.split()
    ):
        return True
    name, chance = wants_of(question)[0]
    if name == Intent.SCHOOL_CHOICE and told.told and "?" not in question and not named_in("school_types", words):
        return False  # «klasa 8» tells of the pupil; no school is asked for
    if name in _OF_NOTES and not speaks_of_notes(question):
        return False
    if name == Intent.MORE and told.bare and adds(question):
        return False  # «a jeszcze taniec» asks for no more of what was told
    if name == Intent.WEIGHTS and preference_in(question) is None:
        return False  # «muzyka jest najważniejsza» weighs no factor
    if Intent(name) not in _OPEN | work and chance >= SURE:
        return True
    return "?" in question and asks_of_rules(question) >= RULES


def _to_be_somebody(words: Sequence[Word], told: Inclined) -> bool:
    """«Chcę być maszynistą pociągu»: an occupation is the goal, held or not, and the liking part of its name."""
    pairs = ((a, b) for a, b in pairwise(words) if a.folded in _BEING and b.surface not in " ".join(told.away).split())
    return any(is_somebody(b.surface) for _, b in pairs)


def _names_an_occupation(words: Sequence[Word], told: Inclined) -> bool:
    """Tell whether an occupation is named that is neither kept away from nor what one was: «technik archiwista»."""
    away = {word for text in (*told.away, *told.was) for word in text.split()}
    kept = [word for word in words if word.surface not in away]
    return any(
        not _TECHNICIAN.isdisjoint((word.surface, *(lemma for lemma in word.lemmas if lemma.isascii())))
        or (is_somebody(word.surface) and names_somebody(word.surface))
        for word in kept
    )
