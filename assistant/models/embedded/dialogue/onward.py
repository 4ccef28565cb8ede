"""What is asked of the occupation spoken of without its name: what comes after («a matura?»), how it is learnt."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import named_in
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import Word, analyse

MOST_WORDS = 9
MOST_OF_EACH, MOST_READ = 3, 5
"""Of so many listed it is told of each, of more by the rules alone; of so many it is asked which is meant."""
CODE = 6
"""The digits of an occupation's code."""
OF_RULES = 0.5
"""So likely must it be that rules answer for a leaning to a field of the record to be left alone."""


def of_onward(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """Return the wish as one for what comes after the last occupation; ``None`` where it asks something else."""
    occupation, table = occupation_of(memo.it), memo.chosen_from
    if not occupation or wish.codes or len(words) > MOST_WORDS:
        return None
    asks = set(named_in("onward", words))
    if not asks or "else" in asks or ("asked" not in asks and names_something(wish.question)):
        return None
    wish = replace(_of(wish, occupation, Intent.SCHOOLS), onward=True)
    of_each = tuple(dict.fromkeys(filter(None, map(occupation_of, table))))
    if len(table) > MOST_OF_EACH and not of_each:
        return replace(wish, targets=table[:MOST_READ], open_list=table, onward=False)
    return replace(wish, targets=of_each or wish.targets)


def of_school_type(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """«Technikum czy branżowa?», «a w liceum?»: which school teaches it, where nothing but schools is named."""
    occupation = occupation_of(memo.it)
    if not occupation or len(memo.chosen_from) > 1 or wish.codes or not _only_schools(words):
        return None
    return _of(wish, occupation, Intent.SCHOOLS)


def _schools(words: Sequence[Word]) -> list[str]:
    return [word.surface for word in words if named_in("school_types", (word,))]


def _only_schools(words: Sequence[Word]) -> bool:
    said = [word for word in words if not word.stop and lexicon.words("noise").isdisjoint(word.lemmas)]
    return bool(said) and all(named_in("school_types", (word,)) for word in said)


def of_school_itself(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """«Ile lat technikum?» names the school itself, whatever was spoken of; «a branżowa?» after it asks the same."""
    schools = _schools(words)
    if schools and memo.speaks_of_rule and memo.intent == Intent.DURATION and _only_schools(words):
        before = analyse(memo.question, max_words=MOST_WORDS).words
        same = " ".join([*(word.surface for word in before if word.surface not in _schools(before)), *schools])
        return replace(wish, intent=Intent.DURATION, score=1.0, subject="", subjects=(), question=same, asks=(same,))
    if not schools or wish.intent is not Intent.DURATION or wish.codes:
        return None
    if memo.focus and not any(map(names_something, schools)):
        return None  # «ile trwa ta szkoła?» is of the one spoken of
    if any(names_something(word) for subject in wish.subjects for word in subject.split() if word not in schools):
        return None
    named = " ".join(schools)
    return replace(wish, score=max(wish.score, SURE), subject=named, subjects=(named,))


def of_leaning(wish: Wish, words: Sequence[Word], memo: Memo) -> Wish | None:
    """The field of the occupation that words come nearest to which were read as nothing it holds."""
    occupation, leaning = occupation_of(memo.it), next(iter(named_in("leaning", words)), "")
    unread = wish.score < SURE or wish.intent in (Intent.SYSTEM, Intent.FIND)
    unread = unread and not named_in("of_exams", words)
    if not occupation or not leaning or not unread or asks_of_rules(wish.question) >= OF_RULES:
        return None
    return _of(wish, occupation, Intent(leaning))


def _of(wish: Wish, occupation: str, intent: Intent) -> Wish:
    return replace(wish, intent=intent, score=1.0, targets=(occupation,), subject="", subjects=())


def occupation_of(record_id: str) -> str:
    """Return the id of the occupation that an id is of, its own or that of its full qualification; else nothing."""
    code = record_id.partition(":")[2]
    of_one = record_id.startswith(("kzis:", "zrk:")) and code.isdigit() and len(code) == CODE
    return f"kzis:{code}" if of_one else ""
