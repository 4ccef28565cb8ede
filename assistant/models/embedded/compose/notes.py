"""What the search read out of the words, told to the user: filters it set, spelling it repaired."""

from assistant.models.embedded.compose.task import Task

_LABELLED = {
    "kinds": "label.kind.",
    "categories": "label.category.",
    "not_categories": "label.category.",
}
# In a longer question a repaired word is seldom what it is about.
MOST_WORDS = 3
_TOLD = frozenset({"kinds", "categories", "not_categories", "prk_levels", "obtainable", "volume_at_most", "region"})


def tell(task: Task) -> None:
    """Add a sentence for each filter and repair that the tools remarked."""
    if len(task.wish.subject.split()) <= MOST_WORDS:
        for typed, read in task.repairs.items():
            task.draft.say("note.repaired", typed=typed, read=read)
    for note in task.situation.notes():
        kind, _, rest = note.partition(":")
        if kind == "filter":
            _filter(task, *rest.partition("=")[::2])


def tell_source(task: Task) -> None:
    """Say whether the register itself was asked, and what came of it, where that is switched on."""
    found = {note.removeprefix("live:") for note in task.situation.notes() if note.startswith("live:")}
    for outcome in ("down", "missing", "used"):
        if outcome in found:
            task.draft.say(f"note.live_{outcome}")
            return


def _filter(task: Task, field: str, values: str) -> None:
    if field not in _TOLD:
        return
    prefix = _LABELLED.get(field)
    words = values.split(",")
    named = [task.draft.label(f"{prefix}{word}", word) for word in words] if prefix else words
    task.draft.say(f"note.{field}", value=task.draft.names(named))
