"""An institution asked about by its name: where it is, and the qualifications the sources link to it."""

from assistant.models.embedded.asked.institution import named_institution
from assistant.models.embedded.compose import listing
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label


def named(task: Task) -> Composed | None:
    """Describe the institution named, with its qualifications; ``None`` where none is named."""
    institution = named_institution(task.wish, task.situation)
    if institution is None:
        return None
    listing.institution(task, institution)
    read = (task.situation.by_id(record_id) for record_id in institution.facts["qualifications"])
    if qualifications := [one for one in read if one is not None]:
        task.draft.paragraph()
        task.draft.say("i.qualifications", institution, name=institution.title)
        for one in qualifications:
            task.draft.item(label(one), institution, one)
    return task.done(focus=[institution], listed=qualifications)
