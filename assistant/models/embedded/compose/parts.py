"""One answer from those to several questions of a message."""

from collections.abc import Sequence

from assistant.models.embedded.compose.task import Composed
from assistant.models.embedded.dialogue.kinds import OF_FIGURES
from assistant.models.embedded.dialogue.memo import is_rule
from assistant.models.embedded.draft import Draft
from assistant.models.embedded.wish import OF_RECORDS, Wish
from guardrails.frame import HANDLE
from register.vocabulary import AnswerStatus


def surest(readings: Sequence[tuple[Wish, Composed]]) -> Composed:
    """Return the first of the answers to one question that answers it; where some only come near, nothing is said.

    Figures are never the whole answer, and told; so is what a record does not hold.
    """
    if whole := next((said for _, said in readings if said.status is AnswerStatus.ANSWERED), None):
        return whole
    partly = [(wish, said) for wish, said in readings if said.tells]
    told = next((said for wish, said in partly if wish.intent in OF_FIGURES | OF_RECORDS and wish.has_subject), None)
    return told or (Composed("", partly[0][1].status) if partly else readings[0][1])


def together(draft: Draft, whole: Composed, parts: Sequence[tuple[str, Composed]]) -> Composed:
    """Join the answers to the questions (in their words), the one to the whole message where they tell no more.

    A question without an answer is named as such. What two of them say is said once.
    """
    told = [said for _, said in parts if said.text and (said.tells or _is_of_rules(said))]
    missing = [said for _, said in parts if not (said.tells or _is_of_rules(said))]
    cited = {handle for said in told for handle in HANDLE.findall(said.text)}
    more = len(told) > 1 and not cited <= set(HANDLE.findall(whole.text))
    if not told or not (more or missing):
        return whole
    seen: set[str] = set()
    for question, said in parts:
        if said in missing:
            draft.say("none.no_half", half=question.strip(" ?.!")[:120])
            draft.paragraph()
            continue
        for paragraph in said.text.split("\n\n"):
            if paragraph not in seen:
                seen.add(paragraph)
                draft.heading(paragraph)
                draft.paragraph()
    every = [said for _, said in parts]
    answered = all(said.status is AnswerStatus.ANSWERED for said in every)
    return Composed(
        text=draft.text(),
        status=AnswerStatus.ANSWERED if answered else AnswerStatus.ANSWERED_PARTIALLY,
        focus=tuple(dict.fromkeys(one for said in every for one in said.focus)),
        listed=next((said.listed for said in every if said.listed), ()),
        suggestions=tuple(dict.fromkeys(one for said in every for one in said.suggestions))[:3],
    )


def _is_of_rules(said: Composed) -> bool:
    """Tell whether an answer is a rule, one that a thing is not held as well."""
    return bool(said.focus) and all(map(is_rule, said.focus))
