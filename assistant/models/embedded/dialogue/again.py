"""A question that goes back to what was said before: «it», «the second one», «and Java?», «more about it»."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.models.embedded.asked.figures import asks_for_demand
from assistant.models.embedded.asked.prices import speaks_of_price
from assistant.models.embedded.dialogue.memo import Memo, is_rule
from assistant.models.embedded.dialogue.pointing import after_a_pronoun
from assistant.models.embedded.dialogue.reference import ordinals
from assistant.models.embedded.dialogue.tie import OF_RULES, Tie
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.reading.subject import names_something, without_kinds
from assistant.models.embedded.wish import OF_RECORDS, SURE, UNSURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in, named_in
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import Word, analyse

MOST_WORDS_CARRIED = 7
MOST_OF_TABLE, MOST_OF_LIST = 4, 8
_OF_ALL = frozenset({Intent.LEVEL, Intent.VALIDITY, Intent.DURATION, Intent.SCHOOLS, Intent.PARTS, Intent.WHO_AWARDS})
_CARRIED = OF_RECORDS | {Intent.PAY, Intent.PRICE, Intent.JOBS, Intent.MUST_HAVE, Intent.BECOME, Intent.GAP}
_UNREAD = frozenset({Intent.FIND, Intent.SYSTEM})
_OF_RULES_TOO = frozenset({Intent.VALIDITY, Intent.DURATION, Intent.ENTRY, Intent.WHO_AWARDS})
_OF_WORK = frozenset({Intent.PAY, Intent.JOBS})
_OF_MONEY = frozenset({Intent.PAY, Intent.PRICE})
_ASKED_OF_EXAMS = {"deadline": Intent.VALIDITY, "without_school": Intent.ENTRY}
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
    Intent.SYSTEM,
)


def carried(wish: Wish, words: Sequence[Word], memo: Memo, *, corrects: bool = False) -> Wish:
    """The last question asked of another thing: «a Java?», «nie, chodziło mi o kelnera».

    One that ``corrects`` and says no word of asking asks nothing itself, whatever its words were read as.
    """
    last = Intent(memo.intent) if memo.intent else Intent.FIND
    told = wish.score >= SURE and wish.intent is not Intent.ANOTHER
    asks = "?" in wish.question or any(word.folded in lexicon.words("asking") for word in words)
    if corrects and not asks and not liked(wish.question):
        told = bool(attributes_in(words))
        wish = wish if told else replace(wish, intent=Intent.FIND, score=0.0)
    if told or last not in _CARRIED or len(words) > MOST_WORDS_CARRIED:
        return wish
    return replace(wish, intent=last, score=SURE, carried=True)


def of_chosen(wish: Wish, targets: tuple[str, ...], memo: Memo) -> Wish:
    """A question of its own about the record chosen, or the last one once more."""
    parents = _parents(memo)
    if wish.intent is Intent.GAP and targets[-1].startswith("kzis:"):
        return replace(wish, subject="", targets=targets[-1:])
    if wish.score >= SURE and wish.intent not in (Intent.FIND, Intent.ANOTHER, Intent.SIMILAR):
        return replace(wish, subject="", targets=targets, parents=parents)
    again = _again(replace(wish, intent=Intent.ANOTHER), memo)
    return replace(again, targets=targets, parents=parents)


def another(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish:
    """«The other one» without a place: the second of the list."""
    other = () if ordinals(words) else memo.listed[1:2]
    return replace(
        _again(wish, memo), targets=other, score=1.0 if other else 0.0, intent=_last(memo) if other else Intent.ANOTHER
    )


def of_several(wish: Wish, words: Sequence[Word], used: Collection[int], memo: Memo, tie: Tie) -> Wish | None:
    """«Który ma wyższy poziom?», «w każdym?», «mają coś wspólnego?»: asked of all that lies on the table, or none."""
    told = _told_number(words)
    of_list = (
        not told
        and len(memo.listed) > 1
        and memo.it in memo.listed
        and (_any_of(words, "of_list") if len(memo.listed_in_focus) > 1 else _any_of(words, "of_many"))
        and wish.intent in _OF_ALL
    )
    table = memo.listed[:MOST_OF_LIST] if of_list else memo.spoken_of(told) or memo.several[: told or MOST_OF_TABLE]
    if len(table) < 2 or (_names_another(words, used) and not tie.of_all):
        return None
    if _any_of(words, "shared"):
        return replace(wish, intent=Intent.COMPARE, score=1.0, targets=table[:2], subject="", subjects=())
    of_each = of_list or _any_of(words, "each_of") or (tie.of_all and wish.intent in _OF_ALL)
    if (of_each and wish.score >= UNSURE) or _asks_which(wish, words):
        return replace(wish, targets=table, subject="", subjects=())
    return None


def _asks_which(wish: Wish, words: Sequence[Word]) -> bool:
    """Tell whether one plain fact is asked of all that is listed."""
    asked = wish.intent in _OF_ALL or (wish.intent is Intent.JOBS and asks_for_demand(wish.question))
    return _any_of(words[:3], "which_of") and asked and wish.score >= UNSURE


def _told_number(words: Sequence[Word]) -> int:
    """How many they are said to be («tych dwóch»), or 0."""
    said = (int(lemma) for word in words for lemma in word.lemmas if lemma in ("2", "3"))
    return next(said, 0)


def _names_another(words: Sequence[Word], used: Collection[int]) -> bool:
    """Tell whether a word is left that could name a thing of its own."""
    keys = ("of_list", "shared", "each_of", "which_of", "degree_of", "level")
    cues = frozenset[str]().union(*map(lexicon.words, keys))
    left = (word for i, word in enumerate(words) if i not in used and not word.stop)
    if any(cues.isdisjoint((*word.lemmas, word.folded)) and names_something(word.surface) for word in left):
        return True
    return any(is_somebody(word.surface) and names_somebody(word.surface) for word in words)


def _any_of(words: Sequence[Word], key: str) -> bool:
    return any(not lexicon.words(key).isdisjoint((*word.lemmas, word.folded)) for word in words)


def of_a_kind(wish: Wish, memo: Memo) -> Wish:
    """«Jakie tam są kwalifikacje cząstkowe?» after an occupation asks which it has, and names no other thing."""
    of_record = wish.intent in OF_RECORDS and not memo.speaks_of_rule and bool(memo.focus)
    names = not of_record or names_something(without_kinds(wish.subject))
    return wish if names else replace(wish, subject="", subjects=())


def of_it(wish: Wish, memo: Memo, tie: Tie) -> Wish:
    """A question without a subject is about what was spoken of last; after a rule it completes the question."""
    wish = replace(wish, intent=Intent.SYSTEM) if wish.score < SURE else wish
    words = analyse(wish.question).words
    points = _any_of(words, "this_one") and not after_a_pronoun(words)
    if points and not memo.focus and len(memo.listed) == 1:
        return replace(wish, targets=memo.listed, subject="", subjects=())  # what was offered as near is taken up
    if not memo.focus:  # «ile zarabia spawacz?» found no record; «a jak nim zostać?» is about him all the same
        return _of_name(wish, memo.subject) if _kept_in_mind(wish, memo, tie) else wish
    told = wish.intent in OF_RECORDS | _OF_MONEY and wish.score >= SURE
    if not memo.speaks_of_rule and tie.rules >= OF_RULES and not told:
        wish = replace(wish, intent=Intent.SYSTEM)  # «ktoś mi to dofinansuje?» after a record
    records = [record_id for record_id in memo.recent if not is_rule(record_id)]
    rule = memo.name_of(memo.it) if memo.speaks_of_rule else ""
    if rule and wish.intent is Intent.PRICE and speaks_of_price(rule):  # «egzamin eksternistyczny» – «ile kosztuje?»
        return replace(wish, subject="", asks=(wish.question, f"{rule} {wish.question}"), carried=True)
    if memo.speaks_of_rule and wish.intent in _OF_WORK and not records:
        return wish
    of_record = wish.intent in (OF_RECORDS | _OF_WORK) and bool(records)
    if memo.speaks_of_rule and memo.subject and wish.intent in _OF_RULES_TOO:
        of_record = False  # «UDT?» – «na ile lat to dają?»: of what the rule was asked about
    if (memo.speaks_of_rule or memo.it.startswith("inst:")) and not (
        of_record and memo.recent.index(records[0]) <= len(memo.focus)
    ):
        completed = f"{memo.subject or memo.question} {wish.question}"
        titled = f"{rule} {wish.question}" if rule and leans(wish.question) else ""
        asks = tuple(dict.fromkeys((completed, f"{memo.question} {wish.question}", *wish.asks)))
        wish = replace(wish, titled=titled)
        return replace(wish, intent=Intent.SYSTEM, subject="", asks=asks, before=memo.focus[:1], carried=True)
    if wish.intent is Intent.SYSTEM and memo.it.startswith("kzis:") and (of_exams := _of_exams(wish)):
        return replace(wish, intent=of_exams, targets=(memo.it,), subject="", parents=_parents(memo))
    if wish.intent is Intent.SYSTEM:  # a rule that answers counts before the record once more
        named = f"{memo.name_of(memo.it)} {wish.question}".strip()
        return replace(wish, subject="", asks=tuple(dict.fromkeys((*wish.asks, named))), before=memo.focus[:1])
    target = next(iter(records), memo.it) if of_record else memo.it
    return replace(wish, targets=(target,), subject="", parents=_parents(memo))


def _of_name(wish: Wish, name: str) -> Wish:
    asks = (f"{wish.question} {name}", *wish.asks)
    return replace(wish, subject=name, subjects=(name,), asks=asks)


def _kept_in_mind(wish: Wish, memo: Memo, tie: Tie) -> bool:
    """Tell whether a question leans on a name that was spoken of, though nothing was found under it."""
    asked = (wish.intent in _CARRIED and wish.score >= SURE) or (wish.intent in _UNREAD and leans(wish.question))
    leaning = (asked or wish.intent is Intent.FIND) and not tie.own and not liked(wish.question)
    return leaning and not wish.codes and names_something(memo.subject)


def _of_exams(wish: Wish) -> Intent | None:
    """What rules of its exams answer of an occupation: a deadline, or who may sit one without a school."""
    named = named_in("of_exams", analyse(wish.question, max_words=100).words)
    return next((_ASKED_OF_EXAMS[kind] for kind in named), None)


def backward(wish: Wish, memo: Memo, chosen: tuple[str, ...] = ()) -> Wish:
    """The last answer once more: where it came from, in fewer words, or with all there is, of what was ``chosen``."""
    if wish.intent is Intent.SOURCES:
        return replace(wish, targets=memo.cited)
    again = _again(wish, memo)
    simple, more = wish.intent is Intent.SIMPLER, wish.intent is Intent.MORE
    return replace(again, targets=chosen or memo.focus[:1], parents=_parents(memo), simple=simple, more=more)


def _again(wish: Wish, memo: Memo) -> Wish:
    """The last question once more."""
    last = Intent(memo.intent) if memo.intent else Intent.ABOUT
    if wish.intent is Intent.ANOTHER:
        last = _last(memo)
    question = memo.question or wish.question
    rule = memo.name_of(memo.it) if memo.speaks_of_rule else ""
    return replace(wish, intent=last, subject="", question=question, asks=tuple(filter(None, (question, rule))))


def _last(memo: Memo) -> Intent:
    """The last question's kind; an overview asked for a second time is about the record chosen."""
    last = Intent(memo.intent) if memo.intent else Intent.ABOUT
    return Intent.ABOUT if last in _OVERVIEWS else last


def _parents(memo: Memo) -> tuple[str, ...]:
    return tuple(record_id for record_id in memo.recent if record_id.startswith("kzis:"))[:2]
