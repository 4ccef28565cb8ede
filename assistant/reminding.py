"""Where the stakes are high, an answer says whose the decision is and that a counsellor can help."""

from collections.abc import Iterable

from guardrails.frame import Action, RailReport
from guardrails.output.folding import fold

PHRASE = "talk.decision"
REPORT = RailReport("reminder", Action.NOTED, "decision and counsellor")
_SAID = tuple(map(fold, ("doradc", "doradcz", "counsell", "career advis", "консультант", "радник")))


def reminded(texts: Iterable[str]) -> bool:
    """Tell whether one of ``texts`` names a counsellor already."""
    return any(stem in fold(text) for text in texts for stem in _SAID)
