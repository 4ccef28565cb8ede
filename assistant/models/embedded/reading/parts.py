"""The several questions of a message, each read by itself, with what it leaves out put beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.models.embedded.asked.parts import closed, field_in, head_and_rest, questions_in, told_in
from assistant.models.embedded.learnt.naming import SURE, chances, is_finite
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.wants import leans, wants_of
from assistant.models.embedded.reading.each import of_each
from assistant.models.embedded.reading.message import read_wish
from assistant.models.embedded.reading.names import is_opinion, of_names
from assistant.models.embedded.reading.settled import settled
from assistant.models.embedded.reading.subject import codes_in, names_something
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import OF_RECORDS, Wish
from assistant.models.embedded.words.attributes import kinds_of_school, plain_in
from assistant.models.embedded.words.intents import Intent, intent_reader
from assistant.models.embedded.words.places import place_words
from retrieval.analysis import analyse

RULES = 0.65
"""So likely rules must answer a question about a situation that was told for them to come before a record."""

LIKELY, SURELY = 0.6, 0.72
"""So likely must a rule be; more so where what was told beside the question may be all that it speaks of."""

FEW, MOST_OF_NOTION, MOST_OF_MESSAGE = 3, 20, 60
"""A part of so few words hardly says anything without those before it («ile?»)."""

_ANSWERED = OF_RECORDS | {
    Intent.ABOUT,
    Intent.COMPARE,
    Intent.FOREIGN,
    Intent.INSTITUTIONS,
    Intent.JOBS,
    Intent.MUST_HAVE,
    Intent.PAY,
    Intent.PRICE,
    Intent.SYSTEM,
    Intent.FIND,
    Intent.BECOME,
}
_FIGURES = frozenset({Intent.DURATION, Intent.PRICE})
"""Asked of no record, what a thing is called or means is no answer to these."""

_OF_MARKET = frozenset({Intent.JOBS, Intent.PAY})

_OF_A_RECORD = OF_RECORDS | {Intent.ABOUT, Intent.JOBS, Intent.PAY, Intent.PRICE, Intent.BECOME, Intent.INSTITUTIONS}


def parts_of(situation: Situation, whole: Wish) -> tuple[tuple[Wish, ...], ...]:
    """Return the readings of each question of a message that asks several, the likelier first; none where it asks one.

    None either where it asks for help with a choice. What is asked of several places or things is asked of each.
    """
    if each := of_each(situation, whole):
        return tuple((one,) for one in each)
    if (
        whole.intent not in _ANSWERED
        or _of_one_school(situation, whole)
        or whole.condition
        or whole.call
        or whole.branches
        or whole.listed
        or whole.figures
        or whole.particulars
        or whole.aside
        or whole.intent is Intent.SOURCES
    ):
        return ()
    return tuple(_readings(situation)) if len(closed(questions_in(situation.question))) > 1 else ()


def _of_one_school(situation: Situation, whole: Wish) -> bool:
    """«Chcę być elektrykiem. Branżówka czy technikum?»: the second question is none without the first."""
    schools = kinds_of_school(analyse(situation.question, max_words=MOST_OF_MESSAGE).words)
    return whole.intent is Intent.DURATION and whole.score == 1.0 and len(schools) > 1


def _readings(situation: Situation) -> Iterator[tuple[Wish, ...]]:
    """As a question of a record, and as one that rules answer."""
    told, questions = told_in(situation.question), closed(questions_in(situation.question))
    if not told and situation.memo.speaks_of_rule and leans(questions[0]):
        told = situation.memo.question.strip(" ?.!")  # «kto może?», then «ile to kosztuje i do kiedy wniosek?»
    subject, notion = _named(told), ""
    names = [_named(question) for question in questions]
    for place, question in enumerate(questions):
        named = "" if codes_of(subject) and not codes_of(names[place]) else names[place]
        if not (named or subject or notion) and _asks_only(question):
            subject = next(filter(None, names[place:]), "")  # «ile się uczy i ile zarabia technik masażysta?»
        asks = _completed(question, told, questions[:place], max(questions, key=_notions))
        of_rules = Wish(
            Intent.SYSTEM, 1.0, question=question, asks=asks, part=SURELY if told else LIKELY, clause=question
        )
        own = replace(_own(situation, question, "" if named else subject or notion), clause=question)
        surely = not field_in(question) and told and max(map(asks_of_rules, asks)) >= RULES
        surely = surely and not (codes_of(subject) and plain_in(analyse(question, max_words=MOST_OF_NOTION).words))
        figure = own.intent in _FIGURES and not (named or subject)
        if (own.intent not in _ANSWERED or figure) and not own.targets:
            yield (of_rules,)
        elif own.intent in _OF_MARKET and (named or subject):
            yield (own,)  # what rules say of money is of no occupation
        elif surely or own.intent is Intent.SYSTEM or not (named or subject):
            yield of_rules, own
        else:
            yield own, of_rules
        subject, notion = named or subject, notion or _notion(question)


def _asks_only(question: str) -> bool:
    """Tell whether a question has no word beside those that ask («how long does it take»)."""
    words = analyse(_notion(question), max_words=MOST_OF_NOTION).words
    return not any(names_something(word.surface) for word in words if intent_reader().asking.isdisjoint(word.lemmas))


def codes_of(text: str) -> tuple[str, ...]:
    """The codes and numbers of records in ``text``."""
    return codes_in(text, analyse(text, max_words=MOST_OF_NOTION))


def _own(situation: Situation, question: str, missing: str) -> Wish:
    """Read a question with what it leaves out put behind it; one word for a field asks for that."""
    field = field_in(question)
    wish = settled(read_wish(replace(situation, question=question)))
    of_record = field or _OF_A_RECORD & {wish.intent, Intent(wants_of(question)[0][0])}
    if missing and of_record:
        wish = settled(read_wish(replace(situation, question=f"{question.rstrip(' ?')} {missing}?")))
    if field and missing:
        return replace(wish, intent=Intent(field), score=1.0, subject=missing, subjects=(missing,))
    return wish


def _completed(question: str, told: str, before: Sequence[str], fullest: str) -> tuple[str, ...]:
    """The wordings of a question of rules: with what was told, what the first, the last and the fullest is about.

    «Ile?» after «kto płaci za egzamin?» is «ile płaci za egzamin?», «BUR?» after «co to KFS?» is «co to BUR?».
    """
    head, _ = head_and_rest(question)
    whole = question.strip(" ?.!")
    made = [whole] if len(whole.split()) > FEW and not leans(question) else []
    if told:
        made.append(f"{_without_codes(told)}. {whole}")
    elif before and head == whole:
        made.append(f"{whole} {head_and_rest(before[-1])[1]}")
    elif head:
        others = dict.fromkeys((*before[-1:], *before[:1], fullest))
        made += [f"{whole} {_notion(one)}" for one in others if one != question]
    elif before:
        made += [f"{head_and_rest(before[0])[0]} {whole}", whole]
    return tuple(dict.fromkeys(text.strip() for text in made or [whole]))


def _notions(question: str) -> int:
    """How many words say what a question is about."""
    return len(_notion(question).split())


def _without_codes(text: str) -> str:
    """A rule speaks of no single qualification."""
    coded = (word for word in text.split() if any(map(str.isdigit, word)) and any(map(str.isalpha, word)))
    codes = frozenset(coded)
    return " ".join(word for word in text.split() if word not in codes)


def _notion(text: str) -> str:
    """What a question is about: its words without those that ask, finite verbs and codes."""
    _, rest = head_and_rest(_without_codes(text))
    words = analyse(rest, max_words=MOST_OF_NOTION).words
    return " ".join(word.surface for word in words if not (word.stop or is_finite(word) or is_opinion(word)))


def _named(text: str) -> str:
    """The codes and words of ``text`` that name what it is about."""
    analysis = analyse(text, max_words=200)
    if codes := codes_in(text, analysis):
        return " ".join(codes)
    likely = (place for place, chance in enumerate(chances(analysis.words)) if chance >= SURE)
    named = of_names(analysis.words, frozenset(likely), wished=False) - place_words(analysis.words)
    words = " ".join(word.surface for place, word in enumerate(analysis.words) if place in named)
    return words if names_something(words) else ""
