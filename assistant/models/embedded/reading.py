"""From a message to a wish: what is wanted, of what, and whether it goes back to what was said before."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.models.embedded import lexicon
from assistant.models.embedded.again import another, backward, carried, of_chosen, of_it, of_several
from assistant.models.embedded.attributes import also_asked, unheld_in
from assistant.models.embedded.clause import Clause, is_bare, main_clause
from assistant.models.embedded.intents import Intent
from assistant.models.embedded.learnt.naming import ALONE, naming_words
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.memo import Memo, is_rule
from assistant.models.embedded.offers import declined, taken_up
from assistant.models.embedded.places import place_words, region_of
from assistant.models.embedded.plain import corrected, plainly
from assistant.models.embedded.reference import ordinals, pointed_at
from assistant.models.embedded.selfless import selfless
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.subject import codes_in, excluded_in, names_something, sides_of, unknown_levels
from assistant.models.embedded.told import constraints_in
from assistant.models.embedded.wish import BACKWARD, OF_RECORDS, SURE, TALK, UNSURE, Wish
from guardrails.output.protected import fair
from retrieval.analysis import Word, analyse

# A longer question says itself what it is about.
MOST_WORDS_BACK = 11
MOST_WORDS_ANOTHER = 5
MOST_ASKED = 3
# Surer than that, a message asks for help with a choice, whatever rules there are; and a rule is asked for.
TOLD_SURELY = 0.7
RULES_SURE = 0.7
ALONE_SURE = 0.8
_ONCE_MORE = frozenset({Intent.MORE, Intent.SIMPLER, Intent.ANOTHER})
_TOLD = frozenset({Intent.UNDECIDED, Intent.OFF_TOPIC, Intent.RECOMMEND, Intent.FIND, Intent.MUST_HAVE, Intent.FOREIGN})
# Wishes that go back to nothing: what they need stands in the message or in the notebook.
_WHOLE = TALK | {
    Intent.INTERESTS,
    Intent.RECOMMEND,
    Intent.WEIGHTS,
    Intent.PLAN,
    Intent.PROFILE,
    Intent.FORGET_PROFILE,
    Intent.NOTE,
    Intent.CORRECT,
    Intent.KEEP,
    Intent.SCHOOL_CHOICE,
}


def read_wish(situation: Situation) -> Wish:
    """Read the message in the light of the memo; the assistant's own question comes first.

    What the message tells of the person (gender, age, origin) has no part in it.
    """
    return taken_up(situation.question, situation.memo) or _read(_fair(situation), situation.memo)


def _fair(situation: Situation) -> str:
    """After a question about institutions the place is what is asked: «a jeśli mieszkam w Katowicach?»."""
    placed = situation.memo.intent == Intent.INSTITUTIONS
    question = declined(situation.question, situation.memo)
    return question if placed else selfless(fair(question))


@lru_cache(maxsize=256)
def _read(message: str, memo: Memo) -> Wish:
    corrects = corrected(message)
    said = corrects or message
    question = plainly(said)
    main, others = main_clause(question)
    analysis = analyse(question, max_words=400)
    parts = [part for part in (main, *others) if names_something(part.subject)]
    if is_bare(main) and not memo.question:
        main = replace(main, reading=replace(main.reading, intent=Intent.FIND, score=0.0))
    if _defines_a_notion(main):
        parts = [part for part in parts if part is main]
    wish = Wish(
        intent=main.reading.intent,
        score=main.reading.score,
        subject=parts[0].subject if parts else main.subject,
        subjects=tuple(dict.fromkeys(part.subject for part in parts)),
        codes=codes_in(question, analysis),
        question=question,
        asks=tuple(dict.fromkeys((question, said, *(part.text for part in (parts or [main]) if others))))[:MOST_ASKED],
        excluded=excluded_in(analysis.words),
        levels_unknown=unknown_levels(analysis.words),
        region=region_of(analysis.words),
        also=also_asked(analysis.words, main.reading.intent),
        unheld=unheld_in(analysis.words),
        hint=f"{memo.question} {' '.join(name for entry in memo.names[:1] for name in entry.split('|')[1:2])}".strip(),
    )
    if wish.intent is Intent.BECOME and constraints_in(said).keys() - {"adult"}:
        wish = replace(wish, intent=Intent.PATHWAY)
    if wish.intent is Intent.INTERESTS and any(set(word.lemmas) & lexicon.words("whole") for word in analysis.words):
        wish = replace(wish, step=("start_full", None))
    wish = _settle(_of_rules(wish), (main, *others), memo, corrects=bool(corrects))
    if wish.intent is not Intent.COMPARE or wish.targets:
        return wish
    return replace(wish, sides=wish.codes if len(wish.codes) > 1 else sides_of(question, main.reading, analysis.words))


def _of_rules(wish: Wish) -> Wish:
    """A situation told («nauczyłam się w pracy, nie mam papieru») may ask for a rule where it seems to ask for help."""
    unnamed = wish.intent is Intent.MUST_HAVE and not wish.subjects
    unsure = unnamed or (wish.intent in _TOLD and wish.score < TOLD_SURELY)
    return replace(wish, intent=Intent.SYSTEM) if unsure and asks_of_rules(wish.question) >= RULES_SURE else wish


def _defines_a_notion(clause: Clause) -> bool:
    """«Zostawmy to. Co to jest PRK?»: the clause that asks for a notion is not about the things beside it."""
    asks = clause.reading.intent is Intent.ABOUT and clause.reading.score >= SURE
    return asks and bool(clause.lemmas & lexicon.words("notions"))


def _settle(wish: Wish, parts: tuple[Clause, ...], memo: Memo, *, corrects: bool) -> Wish:
    """Decide between a question of its own and one that goes back to what was said."""
    words = parts[0].words
    if choice := _open_choice(words, memo):
        return replace(wish, intent=Intent.FIND, score=1.0, subject=choice, subjects=(choice,), asks=(choice,))
    if wish.codes and ((wish.intent in _WHOLE and wish.score < SURE) or (wish.intent in _ONCE_MORE and not memo.focus)):
        wish = replace(wish, intent=Intent.ABOUT)
    if wish.codes:
        if wish.intent is Intent.WHY and not memo.focus:
            wish = replace(wish, intent=parts[0].second.intent)  # nothing was recommended yet
        return carried(wish, words, memo) if corrects or len(words) <= 2 else wish
    if wish.intent in _WHOLE and wish.score >= SURE:
        return wish
    if name := _faintly_named(wish, memo):
        wish = carried(replace(wish, subject=name, subjects=(name,)), words, memo)
    return _of_table(wish, parts, memo) or _of_its_own(wish, words, memo, corrects=corrects)


def _of_table(wish: Wish, parts: tuple[Clause, ...], memo: Memo) -> Wish | None:
    """A question that goes back to what lies on the table, or none."""
    words = parts[0].words
    if wish.intent in BACKWARD and wish.score >= SURE:
        return backward(wish, memo)
    if wish.intent is Intent.WHY and memo.speaks_of_rule:
        wish = replace(wish, intent=Intent.SYSTEM)  # a rule was recommended to nobody
    if wish.intent is Intent.WHY and wish.score >= SURE:
        pointed = pointed_at(words, parts[0].reading.used, memo)
        return replace(wish, targets=pointed or (() if names_something(wish.subject) else memo.focus[:1]))
    if placed := _of_place(wish, words, memo):
        return placed
    if several := of_several(wish, words, parts[0].reading.used, memo):
        return several
    pointing = (pointed_at(part.words, part.reading.used, memo) for part in parts)
    targets = next((found for found in pointing if found), ())
    if targets and not (wish.subjects and wish.intent in OF_RECORDS and all(map(is_rule, targets))):
        if wish.intent is Intent.ANOTHER:
            wish = replace(wish, intent=parts[0].second.intent, score=parts[0].second.score)
        return of_chosen(wish, targets, memo)
    if wish.intent is Intent.ANOTHER and wish.score >= SURE and len(words) <= MOST_WORDS_ANOTHER and not wish.subjects:
        return _next_one(wish, parts[0], memo)
    if wish.subjects or _defines(wish, words) or _stands_alone(wish, parts[0].text, memo):
        return None
    return of_it(wish, memo)


def _next_one(wish: Wish, clause: Clause, memo: Memo) -> Wish:
    """The next of a list; where none lies on the table, «a co po nim?» asks something else of what was spoken of."""
    if len(memo.listed) > 1 or not memo.focus:
        return another(wish, clause.words, memo)
    return of_it(replace(wish, intent=clause.second.intent, score=clause.second.score), memo)


def _stands_alone(wish: Wish, text: str, memo: Memo) -> bool:
    """«Co to jest PRK?» asks for a rule and leans on nothing, though it names no record."""
    own = wish.intent in (Intent.ABOUT, Intent.SYSTEM) or not memo.focus
    return own and not leans(text) and asks_of_rules(text) >= ALONE_SURE


def _faintly_named(wish: Wish, memo: Memo) -> str:
    """A name too faint to count by itself, where the words say that another thing is meant: «and the expert one?»."""
    words = analyse(wish.question, max_words=MOST_WORDS_BACK + 1).words
    of_record = bool(memo.focus) and not memo.speaks_of_rule
    if wish.subjects or not of_record or not 1 < len(words) <= MOST_WORDS_BACK or not _of_another(words):
        return ""
    likely = naming_words(wish.question, ALONE) - place_words(words)
    named = (words[place] for place in sorted(likely) if not words[place].stop)
    return " ".join(word.surface for word in named if names_something(word.surface))


def _of_another(words: Sequence[Word]) -> bool:
    return words[0].folded in lexicon.words("and_what") or any(word.folded == "one" for word in words)


def _of_its_own(wish: Wish, words: Sequence[Word], memo: Memo, *, corrects: bool) -> Wish:
    """A question that names its own subject; a short one may turn out to go back all the same."""
    if corrects or (words and words[0].folded in lexicon.words("and_what")):
        wish = carried(wish, words, memo)
    if wish.carried and not wish.codes:
        wish = replace(wish, kin=memo.name_of(memo.it))
    alone = bool(wish.subjects) and _stands_alone(wish, wish.question, memo)
    if len(words) <= MOST_WORDS_BACK and not _defines(wish, words) and not alone:
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


def _words(wish: Wish) -> Sequence[Word]:
    return analyse(wish.question, max_words=400).words


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
    alone = not names_something(others) or (asked and not naming_words(wish.question) - place_words(_words(wish)))
    if wish.region and memo.intent == Intent.INSTITUTIONS and alone:
        again = f"{memo.question} {wish.region}"
        return replace(
            wish, intent=Intent.INSTITUTIONS, score=SURE, subject=memo.subject, question=again, asks=(again,)
        )
    return None
