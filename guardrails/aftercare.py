"""The turns after an answer with help lines: a plain follow-up gets them again, and a joke taken back is accepted."""

from guardrails.frame import Action, Verdict
from guardrails.helplines import numbers
from guardrails.lexicon import load
from guardrails.normalise import plain
from guardrails.weighing import of_field
from register.vocabulary import AnswerStatus

BURDEN = "burden"
MOST_WORDS_BACK = 8
"""What takes a message back is short; a longer one tells something else beside it."""
_KINDS = frozenset({"despair", "violence", "friend"})


def takes_back(text: str) -> bool:
    """Tell whether ``text`` says that what was said before was a joke or is nothing, and says nothing else.

    «Sorry, żartuję» does; «to nie są żarty», «zapomnij o mnie» and «I'm fine with dying» do not.
    """
    message = plain(text)
    short = len(message.text.split()) <= MOST_WORDS_BACK and not text.rstrip().endswith("?") and not of_field(text)
    if not short or load("aftercare", "serious", "taken_back").find(message) != "taken_back":
        return False
    rest = load("aftercare", "fillers").remove(load("aftercare", "taken_back").remove(message))
    return not rest.text.strip()


def asks_for_help(text: str) -> bool:
    """Tell whether ``text`` asks what to do, where to go or who helps."""
    return bool(load("aftercare", "help").find(plain(text)))


def follow_up(text: str, trouble: str, *, heard: bool) -> Verdict:
    """Return the answer to ``text``, which asks nothing of the field, after one with help lines about ``trouble``.

    ``heard``: the rail heard danger in it, unsurely; then nothing is taken back.
    """
    if takes_back(text) and not heard:
        return _ending(text, "taken_back", AnswerStatus.SMALL_TALK)
    return _again(text, trouble)


def still(verdict: Verdict, trouble: str) -> Verdict:
    """Return what a crisis seen again is answered with: not the same words, and those for violence after violence."""
    hurt = trouble == "violence" and verdict.detail == "despair" and not _despairs(verdict.text)
    return _again(verdict.text, trouble) if verdict.detail == trouble or hurt else verdict


def warm_reply(text: str) -> Verdict:
    """Return the answer to a burden that was told and nothing asked beside it."""
    return _ending(text, BURDEN, AnswerStatus.CRISIS_SUPPORT)


def _again(text: str, trouble: str) -> Verdict:
    return _ending(text, f"again.{trouble if trouble in _KINDS else 'despair'}", AnswerStatus.CRISIS_SUPPORT)


def _despairs(text: str) -> bool:
    return bool(load("crisis", "despair").find(plain(text)))


def _ending(text: str, name: str, status: AnswerStatus) -> Verdict:
    return Verdict(Action.ENDED, text, detail=name, status=status, phrase=f"rails.crisis.{name}", values=numbers())
