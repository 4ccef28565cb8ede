"""Between a question of its own and one that goes back to what was said before."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.asked.at_place import of_place
from assistant.models.embedded.asked.ratings import asks_how_hard
from assistant.models.embedded.dialogue.about_it import goes_on_about_it
from assistant.models.embedded.dialogue.again import another, backward, carried, of_chosen, of_it, of_several
from assistant.models.embedded.dialogue.chosen import open_choice
from assistant.models.embedded.dialogue.memo import Memo, is_rule
from assistant.models.embedded.dialogue.newly_named import newly_named
from assistant.models.embedded.dialogue.onward import of_leaning, of_onward, of_school_itself, of_school_type
from assistant.models.embedded.dialogue.open_list import of_degrees, of_open_list
from assistant.models.embedded.dialogue.pointing import (
    SHORT,
    after_a_pronoun,
    follows_on,
    is_verb,
    said_of_one,
    told_apart,
)
from assistant.models.embedded.dialogue.reference import is_of_names, placed, pointed_at
from assistant.models.embedded.dialogue.tie import Tie
from assistant.models.embedded.learnt.naming import ALONE, naming_words
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.planning.advising import ADVISED
from assistant.models.embedded.reading.clause import Clause
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import BACKWARD, OF_RECORDS, SURE, TALK, UNSURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import plain_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.places import place_words
from retrieval.analysis import Word, analyse

# A longer question says itself what it is about.
MOST_WORDS_BACK = 11
MOST_WORDS_ANOTHER = 5
# Surer than that, a question about a notion stands alone.
ALONE_SURE = 0.8
_ONCE_MORE = frozenset({Intent.MORE, Intent.SIMPLER, Intent.ANOTHER})
_OF_A_WAY = frozenset({Intent.PATHWAY, Intent.GAP})
# Wishes that go back to nothing: what they need stands in the message or in the notebook.
_WHOLE = TALK | {Intent.INTERESTS} | (ADVISED - {Intent.WHY, *_OF_A_WAY})


def decide(wish: Wish, parts: tuple[Clause, ...], memo: Memo, tie: Tie, *, corrects: bool) -> Wish:
    """Decide between a question of its own and one that goes back to what was said."""
    words = parts[0].words
    if choice := open_choice(words, memo):
        return replace(wish, intent=Intent.FIND, score=1.0, subject=choice, subjects=(choice,), asks=(choice,))
    if wish.codes:
        coded = _of_codes(wish, parts, memo)
        return carried(coded, words, memo, corrects=corrects) if corrects or len(words) <= 2 else coded
    if by_words := _by_its_words(wish, words, memo):
        return by_words
    if wish.intent in _WHOLE and wish.score >= SURE:
        return wish
    if tie.own_rule and not corrects and wish.intent not in BACKWARD:
        return _rule_of_its_own(wish)
    if wish.intent is Intent.MORE and wish.subjects:
        wish = replace(wish, intent=Intent.ABOUT, more=True)  # «technik stylista, opowiedz więcej»
    wish = _named_by_pointing(wish, words, memo)
    back = _of_table(wish, parts, memo, tie, corrects=corrects)
    return back or _of_its_own(wish, words, memo, tie, corrects=corrects)


def _named_by_pointing(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish:
    """What «ten wingfoil», «a kite?», «ten od mebli» name faintly; after a pronoun it may be one of those listed."""
    name = _faintly_named(wish, memo)
    if (name or wish.subjects) and after_a_pronoun(words):
        among = memo.listed if len(memo.listed) > 1 else memo.focus[:1]
        wish = replace(wish, among=among, kin=memo.subject if memo.intent == Intent.FIND else wish.kin)
    return carried(replace(wish, subject=name, subjects=(name,)), words, memo) if name else wish


def _of_codes(wish: Wish, parts: tuple[Clause, ...], memo: Memo) -> Wish:
    """What is asked of the record that a code names."""
    if (wish.intent in _WHOLE and wish.score < SURE) or (wish.intent in _ONCE_MORE and not memo.focus):
        return replace(wish, intent=Intent.ABOUT)
    if wish.intent is Intent.SYSTEM and (fact := plain_in(analyse(wish.question, max_words=100).words)):
        return replace(wish, intent=fact, score=1.0)  # asked of one record by its code, it is no rule
    if wish.intent is Intent.WHY and not memo.focus:
        return replace(wish, intent=parts[0].second.intent)  # nothing was recommended yet
    return wish


def _by_its_words(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """What closed words ask of a school, of the occupation spoken of, or of all that was listed; else nothing."""
    readings = (
        of_school_itself(wish, words, memo),
        of_onward(wish, words, memo),
        of_school_type(wish, words, memo),
        of_degrees(wish, words, memo),
    )
    return next(filter(None, readings), None)


def _rule_of_its_own(wish: Wish) -> Wish:
    """«Ile zawodów obejmuje klasyfikacja?» asks for a rule, whatever was spoken of."""
    unsure = wish.score < SURE or not wish.subjects
    return replace(wish, intent=Intent.SYSTEM) if unsure and wish.intent is not Intent.COMPARE else wish


def _of_table(wish: Wish, parts: tuple[Clause, ...], memo: Memo, tie: Tie, *, corrects: bool) -> Wish | None:
    """A question that goes back to what lies on the table, or none."""
    words = parts[0].words
    if wish.intent is Intent.SIMPLER and asks_how_hard(words):
        wish = replace(wish, intent=Intent.SYSTEM, score=0.0)
    if wish.intent in BACKWARD and wish.score >= SURE:
        chosen = next(filter(None, (pointed_at(part.words, part.reading.used, memo) for part in parts)), ())
        return backward(wish, memo, chosen)
    if wish.intent is Intent.WHY and memo.speaks_of_rule:
        wish = replace(wish, intent=Intent.SYSTEM)  # a rule was recommended to nobody
    if wish.intent is Intent.WHY and wish.score >= SURE:
        pointed = pointed_at(words, parts[0].reading.used, memo)
        return replace(wish, targets=pointed or (() if names_something(wish.subject) else memo.focus[:1]))
    if placed := of_place(wish, words, memo):
        return placed
    one = bool(said_of_one(words)) and bool(pointed_at(words, parts[0].reading.used, memo))
    if not one and (several := of_several(wish, words, parts[0].reading.used, memo, tie)):
        return several
    # «Back to programming. Is there one for Java?»: the clause that tells it apart says which one.
    own = [part for part in parts if told_apart(part.words)] or parts
    pointing = (pointed_at(part.words, part.reading.used, memo) for part in own)
    targets = next((found for found in pointing if found), ()) or _placed_beside(wish, memo)
    if targets and not (wish.subjects and wish.intent in OF_RECORDS and all(map(is_rule, targets))):
        if wish.intent is Intent.ANOTHER:
            wish = replace(wish, intent=parts[0].second.intent, score=parts[0].second.score)
        return of_chosen(wish, targets, memo)
    if wish.intent is Intent.ANOTHER and wish.score >= SURE and len(words) <= MOST_WORDS_ANOTHER and not wish.subjects:
        return _next_one(wish, parts[0], memo, tie)
    # «Nie, chodziło mi o fotografa» names another thing, whatever it goes on to ask.
    return None if corrects and wish.subjects else _without_a_name(wish, parts, memo, tie)


def _without_a_name(wish: Wish, parts: tuple[Clause, ...], memo: Memo, tie: Tie) -> Wish | None:
    """What a question is about that points to nothing on the table: what it may name, all of a list, or «it»."""
    words = parts[0].words
    goes_on = goes_on_about_it(wish, words, memo, tie)
    if not goes_on and (wish.subjects or _defines(wish, words) or _stands_alone(wish, parts[0].text, memo)):
        return None
    if not (goes_on and wish.subjects) and (new := newly_named(wish, memo)):
        return _of_another_name(new, words, memo)
    wish = replace(wish, subject="", subjects=()) if goes_on else wish
    return of_open_list(wish, memo) or of_leaning(wish, words, memo) or of_it(wish, memo, tie)


def _of_another_name(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish:
    """What a short message may name: the last question asked of it where it says so, else what there is of it."""
    if wish.intent is Intent.RECOMMEND:
        return wish
    follows = bool(words) and words[0].folded in lexicon.words("and_what") and wish.score < SURE
    wish = carried(wish, words, memo) if follows else wish
    return replace(wish, before=memo.focus[:1])


def _placed_beside(wish: Wish, memo: Memo) -> tuple[str, ...]:
    """What is pointed to in another clause than the one that asks: «a ta druga, jaki ma poziom?»."""
    words = analyse(wish.question, max_words=MOST_WORDS_BACK + 1).words
    return placed(words, memo) if len(words) <= MOST_WORDS_BACK else ()


def _next_one(wish: Wish, clause: Clause, memo: Memo, tie: Tie) -> Wish:
    """The next of a list; where none lies on the table, «a co po nim?» asks something else of what was spoken of."""
    if len(memo.listed) > 1 or not memo.focus:
        return another(wish, clause.words, memo)
    return of_it(replace(wish, intent=clause.second.intent, score=clause.second.score), memo, tie)


def _stands_alone(wish: Wish, text: str, memo: Memo) -> bool:
    """«Co to jest PRK?» asks for a rule and leans on nothing, though it names no record."""
    own = wish.intent in (Intent.ABOUT, Intent.SYSTEM) or not memo.focus
    return own and not leans(text) and asks_of_rules(text) >= ALONE_SURE


def _faintly_named(wish: Wish, memo: Memo) -> str:
    """A name too faint to count by itself, where the words say that another thing is meant: «and the expert one?»."""
    words = analyse(wish.question, max_words=MOST_WORDS_BACK + 1).words
    of_record = bool(memo.focus or memo.listed) and not memo.speaks_of_rule
    if not of_record or not 1 < len(words) <= MOST_WORDS_BACK:
        return ""
    likely = [words[place] for place in sorted(naming_words(wish.question, ALONE) - place_words(words))]
    said = [word.surface for word in likely if not (word.stop or is_verb(word)) and names_something(word.surface)]
    pointed, apart = said_of_one(words), told_apart(words)
    if apart:
        return " ".join(word.surface for word in apart)
    if follows_on(words) and len(words) <= SHORT:  # «a kite? trener»
        whole = [word for word in pointed if word.surface in said]
        return " ".join(word.surface for word in whole) if len(whole) > len(wish.subject.split()) else ""
    if wish.subjects:
        return ""
    if follows_on(words) or any(word.folded == "one" for word in words):
        return " ".join(said)
    return " ".join(word.surface for word in pointed if word.surface in said and is_of_names(word))


def _of_its_own(wish: Wish, words: Sequence[Word], memo: Memo, tie: Tie, *, corrects: bool) -> Wish:
    """A question that names its own subject; a short one may turn out to go back all the same."""
    if corrects or tie.swaps or follows_on(words):
        wish = carried(wish, words, memo, corrects=corrects)
    if (wish.carried or (memo.speaks_of_rule and not tie.own)) and not wish.codes:
        wish = replace(wish, kin=memo.name_of(memo.it))
    alone = bool(wish.subjects) and (bool(liked(wish.question)) or _stands_alone(wish, wish.question, memo))
    if len(words) <= MOST_WORDS_BACK and not _defines(wish, words) and not alone and not tie.own:
        wish = replace(wish, before=tuple(dict.fromkeys((*memo.focus[:1], *memo.listed[:5]))))
    turned = bool(wish.subjects) and bool(memo.focus) and lexicon.has(wish.question, "rather") and not wish.carried
    if wish.score < UNSURE or (turned and wish.score < SURE and asks_of_rules(wish.question) < ALONE_SURE):
        return replace(wish, intent=Intent.FIND, score=0.0)  # «to może cukiernik»
    return replace(wish, intent=Intent.SYSTEM) if wish.score < SURE or wish.intent is Intent.ANOTHER else wish


def _defines(wish: Wish, words: Sequence[Word]) -> bool:
    """«Co to jest PRK?» names a notion of the system, whatever was spoken of before."""
    said = {lemma for word in words if not word.stop for lemma in word.lemmas}
    return wish.intent is Intent.ABOUT and wish.score >= SURE and bool(said & lexicon.words("notions") or wish.subjects)
