"""From a message to a wish: what is wanted, of what, and whether it goes back to what was said before."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.models.embedded.asked.asides import aside_asked
from assistant.models.embedded.asked.conditions import condition_asked
from assistant.models.embedded.asked.courses import of_one_under_18
from assistant.models.embedded.asked.exam_place import exam_place
from assistant.models.embedded.asked.forms import by_form
from assistant.models.embedded.asked.other_ways import other_way
from assistant.models.embedded.asked.particulars import particular_asked
from assistant.models.embedded.asked.pasted import Ad, job_ad
from assistant.models.embedded.asked.school_types import school_types
from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.exam_meant import exam_meant
from assistant.models.embedded.dialogue.further_goal import further_goal
from assistant.models.embedded.dialogue.going_round import going_round
from assistant.models.embedded.dialogue.offers import declined, taken_up
from assistant.models.embedded.dialogue.replies import is_no, speaks_of_notes, wants_no_test
from assistant.models.embedded.learnt.rules import CLEARLY, nearest, rule_scores
from assistant.models.embedded.person.dislikes import without_left
from assistant.models.embedded.person.feelings import OF_WHO_MAY, TOLD, UNDER_AGE, Felt, felt_in
from assistant.models.embedded.person.leaving import of_leaving
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.person.plight import plight_in
from assistant.models.embedded.person.practised import of_practice
from assistant.models.embedded.person.selfless import selfless
from assistant.models.embedded.person.told import constraints_in
from assistant.models.embedded.person.told_alone import of_told
from assistant.models.embedded.person.towards import towards
from assistant.models.embedded.planning.advising import MOST_SCHOOLS, recommendation
from assistant.models.embedded.reading.by_clauses import MOST_ASKED, by_clauses, of_rules
from assistant.models.embedded.reading.in_plight import in_a_plight, of_plight, without_plight
from assistant.models.embedded.reading.liking import of_likings
from assistant.models.embedded.reading.occupation import of_an_occupation
from assistant.models.embedded.reading.of_matter import of_matters
from assistant.models.embedded.reading.permitted import of_funding, of_permission
from assistant.models.embedded.reading.recognition import asks_on, of_abroad
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import acts_in

_OF_WHETHER = frozenset(
    {Intent.ABOUT, Intent.ENTRY, Intent.FIND, Intent.MUST_HAVE, Intent.OFF_TOPIC, Intent.SYSTEM, Intent.UNDECIDED}
)
# Asked of the rules beside the question itself, whatever its language: their wordings are fullest in Polish.
_HOW = "jak zostać"
_OF_ADVICE = frozenset({Intent.RECOMMEND, Intent.UNDECIDED})
_OF_A_SITUATION = frozenset({Intent.FIND, Intent.FOREIGN, Intent.SYSTEM})
Reader = Callable[[Situation], Wish | None]


def read_wish(situation: Situation) -> Wish:
    """Read the message in the light of the memo; the assistant's own question comes first.

    What the message tells of the person (gender, age, origin) has no part in it.
    """
    if wish := _first_of(_AS_IT_CAME, situation):
        return wish
    told = situation
    meant = exam_meant(_kept(without_plight(situation.question)), situation.memo, situation.language)
    situation = replace(situation, question=meant)
    if wish := _first_of(_BY_ITS_FORM, situation):
        return wish
    felt = felt_in(situation.question)
    if felt and felt.kind == TOLD and asks_on(situation.question, situation.memo):
        felt = None  # «I'm from the UK» changes which rule on papers from abroad holds
    if felt and felt.alone:
        return felt_alone(felt, situation)
    situation = replace(situation, question=felt.rest) if felt else situation
    wish = _in_its_place(_asked_freely(situation), situation)
    if situation.question != told.question and _names_no_wish(wish) and (plight := plight_in(told.question)):
        return of_plight(told.question, plight.kinds)  # «12 lat przerwy, co mogę jej zaproponować?»
    return of_who_may(replace(wish, felt=felt.kind)) if felt else wish


def felt_alone(felt: Felt, situation: Situation) -> Wish:
    """Read a message of nothing but a feeling or facts about the person; of who is under 18 a ranking is made anew."""
    memo = situation.memo
    if felt.kind == UNDER_AGE and memo.intent == Intent.RECOMMEND and names_something(memo.subject):
        call = recommendation(memo.subject, situation)
        told = Wish(Intent.RECOMMEND, 1.0, subject=memo.subject, subjects=(memo.subject,), question=memo.question)
        return replace(told, call=call, asks=(memo.question,), felt=felt.kind)
    return Wish(Intent.UNDECIDED, 1.0, question=situation.question, felt=felt.kind, felt_alone=True)


def of_who_may(wish: Wish) -> Wish:
    """«Czy dziewczyna może iść na mechanika?» is answered by the word on who may and by the way there."""
    if wish.felt not in OF_WHO_MAY or not wish.has_subject or wish.intent not in _OF_WHETHER:
        return wish
    if acts_in(wish.subject):
        return replace(wish, intent=Intent.FIND, score=1.0)
    return replace(wish, intent=Intent.BECOME, score=1.0, asks=(f"{_HOW} {wish.subject}", *wish.asks)[:MOST_ASKED])


def _first_of(readers: Sequence[Reader], situation: Situation) -> Wish | None:
    """Return what the first reader makes of the message that knows it for its own."""
    return next((wish for reads in readers if (wish := reads(situation))), None)


def _taken(situation: Situation) -> Wish | None:
    return taken_up(situation.question, situation.memo)


def _refused(situation: Situation) -> Wish | None:
    """A bare no, or a message of nothing but what is not wished."""
    question = situation.question
    if is_no(question) and situation.memo.focus and not situation.memo.offer:
        return _nothing_wished(question)
    kept = _kept(question)
    if kept != question and not names_something(kept):
        return of_rules(_nothing_wished(question), named=False)
    return None


def _names_no_wish(wish: Wish) -> bool:
    """Tell whether advice is wanted and nothing is named that it could be given for."""
    return wish.intent in _OF_ADVICE and not (wish.has_subject or wish.subjects or wish.targets or wish.call)


def _advertised(situation: Situation) -> Wish | None:
    ad = job_ad(situation.question)
    return _of_ad(ad) if ad and ad.asks_what_fits else None


def _conditioned(situation: Situation) -> Wish | None:
    """A question about the rules for people with a disability keeps the words for it."""
    asked = condition_asked(situation.question, situation.memo.question)
    return Wish(Intent.SYSTEM, 1.0, question=situation.question, condition=asked) if asked else None


def _formed(situation: Situation) -> Wish | None:
    return by_form(situation.question, situation.memo)


def _of_school_types(situation: Situation) -> Wish | None:
    return school_types(situation.question, situation.memo)


def _aside(situation: Situation) -> Wish | None:
    return aside_asked(situation.question, situation.memo, situation.audience)


def _of_another_way(situation: Situation) -> Wish | None:
    return other_way(situation.question)


def _of_goal(situation: Situation) -> Wish | None:
    return further_goal(situation.question, situation.memo)


def _particular(situation: Situation) -> Wish | None:
    return particular_asked(situation.question, situation.memo)


# In this order: what the assistant has asked itself comes before what a message may mean alone.
_AS_IT_CAME: tuple[Reader, ...] = (
    _taken,
    _aside,
    _of_another_way,
    going_round,
    _conditioned,
    of_matters,
    of_an_occupation,
    of_leaving,
    of_likings,
    _refused,
    in_a_plight,
)
_BY_ITS_FORM: tuple[Reader, ...] = (_advertised, _of_school_types, _of_goal, _particular, _formed)


def _kept(question: str) -> str:
    """A statement without what is left behind in it («nie chcę już być kucharzem»)."""
    return question if "?" in question else without_left(question)


def _asked_freely(situation: Situation) -> Wish:
    """Read a message by its clauses; of an advertisement its head, the question beside it."""
    if ad := job_ad(situation.question):
        return by_clauses(_fair(replace(situation, question=ad.of_its_head)), situation.memo)
    wish = _told_to_rules(by_clauses(_fair(situation), situation.memo), situation.question)
    wish = towards(wish, situation.question, situation.memo)
    wish = of_abroad(wish, situation.question, situation.memo)
    wish = of_practice(wish, situation.question, situation.memo)
    wish = of_permission(wish, situation.question, situation.memo)
    wish = wish if wish.unproven else of_funding(wish, situation.question)
    wish = of_one_under_18(wish, situation.question)
    settled = wish.unproven or wish.course or wish.entitlement or wish.funding or wish.abroad
    return wish if settled else of_told(wish, situation.question, situation.memo)


def _told_to_rules(wish: Wish, question: str) -> Wish:
    """What one tells of oneself has no part in a wish, but a rule may be asked for by it: «rzuciłem technikum»."""
    open_still = wish.intent in _OF_A_SITUATION and not (wish.subjects or wish.targets or wish.codes or wish.call)
    if not open_still or question in wish.asks or nearest(rule_scores(question)) < CLEARLY:
        return wish
    intent = wish.intent if wish.intent is Intent.FOREIGN else Intent.SYSTEM
    return replace(wish, intent=intent, asks=(question, *wish.asks)[:MOST_ASKED])


def _in_its_place(wish: Wish, situation: Situation) -> Wish:
    """Read again what the whole message makes something else of: a test declined, no consent asked for, a way."""
    question = situation.question
    if wish.intent is Intent.CORRECT and not situation.entries and not speaks_of_notes(question):
        liking = liked(question)  # there is no profile to mend
        subject = liking or wish.subject
        return replace(wish, intent=Intent.FIND, score=SURE if liking else 0.0, subject=subject, subjects=(subject,))
    if wish.intent is Intent.INTERESTS and wants_no_test(question):
        return replace(wish, step=("pause", None))
    if wish.intent is Intent.KEEP and not speaks_of_notes(question):
        return replace(wish, intent=Intent.ANOTHER, score=0.0)  # a yes or no to nothing that was asked
    if wish.intent is Intent.BECOME and not wish.unproven and constraints_in(question).keys() - {"adult", "foreign"}:
        return replace(wish, intent=Intent.PATHWAY)  # age and schooling matter to a way, and to nothing else
    return wish


def _of_ad(ad: Ad) -> Wish:
    """What fits an advertisement: occupations and their schools, where these are asked for, else qualifications."""
    if lexicon.has(ad.question, "of_schools"):
        call = Call("school_choice", {"wish": ad.text, "limit": MOST_SCHOOLS})
        return Wish(Intent.SCHOOL_CHOICE, 1.0, call=call, subject=ad.text)
    return Wish(Intent.RECOMMEND, 1.0, call=Call("recommend_qualifications", {"wish": ad.text}), subject=ad.text)


def _fair(situation: Situation) -> str:
    """After a question about institutions the place is what is asked: «a jeśli mieszkam w Katowicach?»."""
    question = declined(situation.question, situation.memo)
    placed = situation.memo.intent == Intent.INSTITUTIONS or exam_place(question, situation.memo) is not None
    return question if placed else selfless(question)


def _nothing_wished(message: str) -> Wish:
    """«Nie chcę już być kucharzem» says what is not wished: what is, has to be asked."""
    return Wish(Intent.UNDECIDED, SURE, question=message, asks=(message,), excluded=message)
