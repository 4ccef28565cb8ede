"""A question that names a kind of institution, or only a place: that of the last question asked anew."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.asked.figures import KIND, speaks_of_work
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.places import place_words
from retrieval.analysis import Word, analyse

MOST_WORDS = 9
MOST_OF_NAME = 5
MOST_BEFORE = 30
COURSES = "Gdzie szukać kursów i kto je prowadzi?"
"""What a place asks of learning, in the words that its rule is found by."""
_LEARNT = frozenset(
    {
        Intent.ABOUT,
        Intent.BECOME,
        Intent.SCHOOLS,
        Intent.DURATION,
        Intent.PARTS,
        Intent.ENTRY,
        Intent.TASKS,
        Intent.FIND,
    }
)


def of_place(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """A question that names a kind of institution, or only a place after one about institutions or figures of work."""
    lemmas = {lemma for word in words for lemma in word.lemmas}
    asked = wish.intent in (Intent.FIND, Intent.ABOUT, Intent.SYSTEM, Intent.INSTITUTIONS) or _is_where(wish, words)
    named = bool(lemmas & lexicon.words("institutions"))
    if named and (wish.region or (asked and len(words) <= 6)):
        kinds = lexicon.institution_kinds()
        kind = next((kinds[lemma] for lemma in lemmas if lemma in kinds), "")
        return replace(wish, intent=Intent.INSTITUTIONS, subject=kind or wish.subject)
    places = place_words(words) if wish.region else frozenset()
    others = " ".join(word.surface for i, word in enumerate(words) if i not in places)
    alone = not names_something(others) or (asked and not naming_words(wish.question) - place_words(_words(wish)))
    if wish.region and memo.intent == Intent.INSTITUTIONS and alone:
        # After one institution by its name («UDT») another place asks for those that are there.
        named = memo.it.startswith("inst:") and not lexicon.has(memo.subject, "institution_kinds")
        again = wish.question if named else f"{memo.question} {wish.region}"
        subject = "" if named else memo.subject
        return replace(wish, intent=Intent.INSTITUTIONS, score=SURE, subject=subject, question=again, asks=(again,))
    if wish.region and memo.kind == KIND and memo.it in memo.cited and alone:
        again = f"{memo.question} {wish.region}"  # «скільки заробляє фотограф?» – «а в Кракові?»
        figures = Intent(memo.intent)
        return replace(wish, intent=figures, score=SURE, targets=(memo.it,), subject="", subjects=(), question=again)
    return _of_learning(wish, words, places, memo) if wish.region else None


def _of_learning(wish: Wish, words: Sequence[Word], places: frozenset[int], memo: Memo) -> Wish | None:
    """«Czy są kursy w Łodzi?», «а в Любліні є?»: where one learns what was spoken of; no record knows a town's schools.

    A bare place asks it too, unless a rule was spoken of that is not on courses.
    """
    said = [word for place, word in enumerate(words) if place not in places and not word.stop]
    said = [word for word in said if lexicon.words("noise").isdisjoint(word.lemmas)]
    learning = [word for word in said if word.folded.startswith(lexicon.in_order("learning"))]
    idle = lexicon.words("where") | lexicon.words("and_what")
    if any(word not in learning and not (word.folded in idle or _is_idle(word)) for word in said):
        return None
    if memo.it.startswith(("kzis:", "zrk:")) and (learning or memo.intent in _LEARNT):
        asked = f"{COURSES} {wish.question}"
        return replace(
            wish, intent=Intent.SCHOOLS, score=1.0, targets=(memo.it,), subject="", subjects=(), question=asked
        )
    spoken = f"{memo.question} {memo.subject} {memo.name_of(memo.it)}"
    before = analyse(spoken, max_words=MOST_BEFORE).words
    if memo.speaks_of_rule and any(word.folded.startswith(lexicon.in_order("courses")) for word in (*before, *said)):
        return replace(wish, intent=Intent.SYSTEM, score=1.0, subject="", subjects=(), asks=(COURSES,), before=())
    return None


def _is_idle(word: Word) -> bool:
    return not names_something(word.surface) or not lexicon.words("asking").isdisjoint((word.folded, *word.lemmas))


def _is_where(wish: Wish, words: Sequence[Word]) -> bool:
    """«A gdzie jest Stowarzyszenie …?» is no question for work, though it is read as one."""
    asks = any(word.folded in lexicon.words("where") for word in words)
    return asks and wish.intent is Intent.JOBS and not speaks_of_work(wish.question)


def asks_of_institution(question: str, memo: Memo) -> bool:
    """Tell whether a short question may ask where an institution is or what it certifies («a Syntea co certyfikuje?»).

    After a question of that kind its name alone is enough («a Fundacja VCC?»).
    """
    words = analyse(question, max_words=MOST_WORDS + 1).words
    if not 0 < len(words) <= MOST_WORDS:
        return False
    asks = any(word.folded.startswith(lexicon.in_order("of_institution")) for word in words)
    where = any(not lexicon.words("where").isdisjoint((*word.lemmas, word.folded)) for word in words)
    follows = words[0].folded in lexicon.words("and_what") and len(words) <= MOST_OF_NAME
    return asks or where or (follows and memo.intent in (Intent.INSTITUTIONS, Intent.WHO_AWARDS))


def _words(wish: Wish) -> Sequence[Word]:
    return analyse(wish.question, max_words=400).words
