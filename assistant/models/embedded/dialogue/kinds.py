"""What kind an answer was: what the reader of the next message is told of it."""

from assistant.models.embedded.compose.task import Composed
from assistant.models.embedded.dialogue.memo import is_rule
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from register.vocabulary import AnswerStatus

OF_FIGURES = frozenset({Intent.PAY, Intent.JOBS})
_STEPS = frozenset({Intent.PATHWAY, Intent.PLAN, Intent.GAP})
_OF_RECORD = {"kzis": "occupation", "zrk": "qualification", "inst": "institutions", "labour": "figures"}


def kind_of(wish: Wish, composed: Composed) -> str:
    """Return ``rule``, ``occupation``, ``qualification``, ``institutions``, ``figures``, ``list``, ``comparison``,

    ``steps``, ``question`` (it asked back) or ``nothing``, the kinds the written conversations are marked with.
    """
    focus = composed.focus
    if composed.status is AnswerStatus.CLARIFICATION_ASKED or wish.intent is Intent.INTERESTS:
        return "question"
    if wish.intent in OF_FIGURES:
        return "figures"
    if wish.intent in _STEPS and focus:
        return "steps"
    if focus and is_rule(focus[0]):
        return "rule"
    if wish.intent is Intent.COMPARE and len(focus) > 1:
        return "comparison"
    if len(composed.listed) > 1:
        return "institutions" if composed.listed[0].startswith("inst:") else "list"
    if focus:
        return _OF_RECORD.get(focus[0].partition(":")[0], "occupation")
    return "nothing"
