"""Where the stakes are high, an answer says whose the decision is and that a counsellor can help.

To a counsellor it says whose the decision is.
"""

from collections.abc import Iterable

from guardrails.frame import Action, RailReport
from guardrails.output.folding import fold
from register.vocabulary import Audience

PHRASE, PHRASE_TO_COUNSELLOR = "talk.decision", "talk.decision_of_other"
REPORT = RailReport("reminder", Action.NOTED, "decision and counsellor")
_SAID = tuple(map(fold, ("doradc", "doradcz", "counsell", "career advis", "консультант", "радник")))


def phrase_for(audience: Audience) -> str:
    """Return the key of the sentence that says it."""
    return PHRASE_TO_COUNSELLOR if audience is Audience.COUNSELLOR else PHRASE


def reminded(texts: Iterable[str], phrase: str) -> bool:
    """Tell whether one of ``texts`` names a counsellor already, or is the ``phrase`` itself."""
    said = [fold(text) for text in texts]
    return any(stem in text for text in said for stem in _SAID) or any(fold(phrase) in text for text in said)
