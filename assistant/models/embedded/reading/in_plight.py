"""What somebody tells of their lot: answered by itself where nothing is asked beside it, else left aside."""

from assistant.models.embedded.asked.entitlements import entitlement_in
from assistant.models.embedded.asked.pasted import job_ad
from assistant.models.embedded.person.plight import plight_in
from assistant.models.embedded.person.practised import practised
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words.intents import Intent


def in_a_plight(situation: Situation) -> Wish | None:
    """A message that tells of one's lot and asks nothing beside it («mam chore kolano», «zamykają mi zakład»)."""
    question = situation.question
    plight = plight_in(question)
    if plight is None or plight.wish or practised(question) or job_ad(question) or entitlement_in(question):
        return None
    return of_plight(question, plight.kinds)


def of_plight(question: str, kinds: tuple[str, ...]) -> Wish:
    """Return the wish of who tells such a lot and names nothing that is wanted."""
    return Wish(Intent.UNDECIDED, SURE, question=question, asks=(question,), excluded=question, plight=kinds)


def without_plight(question: str) -> str:
    """What is wanted, without what is told of one's lot: the job one has enough of is not looked for."""
    plight = None if practised(question) or job_ad(question) or entitlement_in(question) else plight_in(question)
    return plight.wish if plight and plight.wish else question
