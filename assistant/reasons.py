"""The reasons of recommendations on their way to the user: none of them steers by who somebody is."""

from assistant.answer import Factor, Recommendation
from guardrails.frame import Action, RailReport
from guardrails.output.bias import steering

NAME = "bias"


def fair_reasons(found: tuple[Recommendation, ...]) -> tuple[tuple[Recommendation, ...], tuple[RailReport, ...]]:
    """Return the recommendations without the words of reasons that steer or type people, and what was taken out.

    The factor stays with its weight and value, so that the score can still be added up; only its text goes.
    """
    reports: list[RailReport] = []

    def fair(factor: Factor) -> Factor:
        if not (attribute := steering(factor.text)):
            return factor
        reports.append(RailReport(NAME, Action.MASKED, f"{attribute} in a reason"))
        return factor.model_copy(update={"text": ""})

    kept = tuple(one.model_copy(update={"because": tuple(map(fair, one.because))}) for one in found)
    return kept, tuple(reports)
