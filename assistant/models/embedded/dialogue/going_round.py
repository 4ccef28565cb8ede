"""More of what was listed, and without what is rejected of it: «pokaż inne», «nie to», «ale nie weterynarz»."""

from collections.abc import Iterable

from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.reference import is_of_names
from assistant.models.embedded.dialogue.replies import asks_for_like, asks_others, was_misread
from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.person.dislikes import rejected_in
from assistant.models.embedded.planning.advising import recommendation
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.plain import corrected
from register.evidence import Evidence
from retrieval.analysis import analyse

MOST = 10
SHORTEST_STEM = 4
STEM_SHARE = 0.6
"""So much of a rejected word must begin another for both to be of one thing («weterynarz», «weterynarii»)."""
_LISTS = frozenset({Intent.FIND, Intent.RECOMMEND, Intent.SCHOOL_CHOICE})


def going_round(situation: Situation) -> Wish | None:
    """Return the wish of a message that sends one on from what was shown; ``None`` for any other message."""
    question, memo = situation.question, situation.memo
    if memo.question and was_misread(question):
        return Wish(Intent.ANOTHER, 1.0, question=question, others=True)
    alone = memo.it.startswith(("kzis:", "zrk:")) and not memo.options
    if alone and asks_for_like(question):  # after one record others are those like it
        return Wish(Intent.SIMILAR, 1.0, targets=(memo.it,), question=question, asks=(question,), clause=question)
    rejected = _rejected(question) if len(memo.shown) > 1 else ""
    if not memo.shown or not (rejected or asks_others(question)):
        return None
    last = Intent(memo.intent) if memo.intent else Intent.ANOTHER
    if last not in _LISTS or not names_something(memo.subject):
        return None if rejected else Wish(Intent.ANOTHER, 1.0, question=question, others=True)
    return Wish(
        last,
        1.0,
        subject=memo.subject,
        subjects=(memo.subject,),
        question=memo.question,
        asks=(memo.question,),
        call=_call(last, memo.subject, away := ", ".join(filter(None, (memo.rejected, rejected))), situation),
        others=not rejected,
        rejected=away,
    )


def wanted(records: Iterable[Evidence], wish: Wish, shown: Iterable[str]) -> list[Evidence]:
    """Return the records without those already shown, where others are asked for, and those that are rejected."""
    # An occupation and its full qualification have one code: either of them was shown for both.
    passed = frozenset(one.partition(":")[2] for one in shown) if wish.others else frozenset[str]()
    away = [word.folded for word in analyse(wish.rejected).content if len(word.folded) >= SHORTEST_STEM]
    return [one for one in records if one.record_id.partition(":")[2] not in passed and not _speaks_of(one, away)]


def _rejected(question: str) -> str:
    """What a message keeps away from, where its first word or all but its verb names something."""
    rejected = "" if "?" in question or corrected(question) else rejected_in(question)
    words = analyse(question, max_words=60).words
    named = {words[place].surface for place in naming_words(question)}
    said = [word.surface for word in analyse(rejected, max_words=60).words if not word.stop]
    # «Nie w warsztacie» names no thing, but says of what was shown that it is not wanted there.
    somewhere = rejected.partition(" ")[0].casefold() in lexicon.words("in_a_place")
    somewhere = somewhere and any(is_of_names(word) for word in words if not word.stop)
    return rejected if said and (said[0] in named or somewhere) and names_something(rejected) else ""


def _call(intent: Intent, subject: str, away: str, situation: Situation) -> Call | None:
    if intent is Intent.RECOMMEND:
        return recommendation(subject, situation, filter(None, away.split(", ")), MOST)
    return Call("school_choice", {"wish": subject, "limit": MOST}) if intent is Intent.SCHOOL_CHOICE else None


def _speaks_of(record: Evidence, away: Iterable[str]) -> bool:
    said = {word.folded for word in analyse(f"{record.title} {record.text}", max_words=400).words}
    return any(_one_stem(word, other) for word in away for other in said)


def _one_stem(word: str, other: str) -> bool:
    least = max(SHORTEST_STEM, round(STEM_SHARE * len(word)))
    return len(other) >= least and word[:least] == other[:least]
