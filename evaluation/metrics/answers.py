"""All measures of one turn that need no model, by the names they have in ``scores.json``."""

from collections.abc import Sequence

from evaluation.expectations import Expect, Outcome
from evaluation.metrics import citations, statuses, wording
from evaluation.metrics.ratio import NOTHING, Ratio, of, truth
from evaluation.turns import Turn

# What every run of answers and conversations names, whatever its set asks about.
EXPECTED = (
    "right_status",
    "citation_precision",
    "citation_recall",
    "facts_present",
    "forbidden_absent",
    "right_tools",
    "whole_conversations",
)


def ratios_of(expect: Expect, outcome: Outcome, turn: Turn, kind: str = "", language: str = "") -> dict[str, Ratio]:
    """Return every measure of a turn as (part, whole)."""
    stated = turn.sentences
    spoken = str(turn.answer.get("language", ""))
    return {
        **outcome.ratios,
        "as_expected": truth(outcome.as_expected) if not expect.empty else NOTHING,
        "complete": truth(outcome.ratios["facts_present"][0] == len(expect.contains)) if expect.contains else NOTHING,
        "citation_precision_by_rail": citations.precision_by_rail(stated),
        "citation_recall_by_rail": citations.recall_by_rail(stated),
        "supported_sentences": supported(turn),
        "invented_entity_rate": of(len(turn.invented), len(stated)),
        "refused_rightly": statuses.refused_rightly(expect.status, turn.status),
        "refused_wrongly": statuses.refused_wrongly(expect.status, turn.status),
        "honest_unanswerable": statuses.honest(kind, as_expected=outcome.as_expected),
        "right_language": wording.in_language(language, spoken),
        "readability_fog": wording.fog(plain(turn), spoken),
        "inclusive_wording": wording.inclusive([one.text for one in stated], spoken),
        "fallbacks": truth(bool(turn.answer.get("fallback"))),
        "errors": truth(turn.status.startswith("error_")),
    }


def supported(turn: Turn) -> Ratio:
    """Return the share of all shown sentences that state a fact and are founded in what they cite."""
    judged: Sequence[bool] = [one.supported for one in turn.sentences if one.supported is not None]
    return of(sum(judged), len(judged))


def plain(turn: Turn) -> str:
    """Return the words of an answer without marks."""
    return " ".join(one.text for one in turn.sentences)
