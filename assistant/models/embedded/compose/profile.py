"""Answers about the profile: what was noted, shown, mended or forgotten, and the one question that is open then."""

from assistant.models.embedded.compose import talk
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.dialogue.offers import CONSENT, MEANINGS
from assistant.models.embedded.words.intents import Intent
from register.vocabulary import AnswerStatus

TOOLS = ("update_profile", "show_profile", "correct_profile", "keep_profile")


def profile(task: Task) -> Composed:
    """Repeat what the tool said and ask one thing at a time: what words mean first, then whether to keep the notes."""
    results = [result for tool in TOOLS if (result := task.brought(tool))]
    if not results or not (notes := results[-1].notes):
        return talk.need_subject(task)
    consent = task.draft.phrase("profile.consent.ask")
    # A correction is repeated alone; the profile is shown when it is asked for.
    for note in notes[:1] if task.brought("correct_profile") else notes:
        if note != consent:
            task.draft.paragraph()
            task.draft.quote(note)
    if task.wish.intent is Intent.CORRECT and task.brought("show_profile") and results[-1].data["profile"]:
        task.draft.paragraph()
        task.draft.say("dialogue.which_entry")
        return task.done(AnswerStatus.CLARIFICATION_ASKED)
    data = results[-1].data
    added = len(data.get("profile", ())) if task.brought("update_profile") else 0
    if added and data["profile"][-1]["candidates"] and not data["profile"][-1]["confirmed"]:
        task.draft.say("dialogue.meanings_how")
        return task.done(AnswerStatus.CLARIFICATION_ASKED, offer=f"{MEANINGS}#{added}")
    if data.get("ask_consent"):
        task.draft.paragraph()
        task.draft.quote(consent)
        answers = [task.draft.phrase("dialogue.consent_yes"), task.draft.phrase("dialogue.consent_no")]
        return task.done(AnswerStatus.CLARIFICATION_ASKED, offer=CONSENT, suggestions=answers)
    return task.done()
