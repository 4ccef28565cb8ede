"""From which chance a label decides: set on messages that the weights were not trained on."""

from collections.abc import Mapping, Sequence

from guardrails.classifier import Classifier
from guardrails.training import LABELS
from guardrails.training.examples import Example
from guardrails.weighing import chances, of_field

STOPPED: Mapping[str, float] = {"crisis": 0.025, "injection": 0.0035, "abuse": 0.004, "out_of_scope": 0.003}
"""The share of harmless messages each label may stop; a kind reply too many harms less than none.

The messages it is measured on are look-alikes for the most part: of ordinary ones far fewer are stopped. Where a
help line is named once too often less is lost than where it is missing, hence the larger share of the first.
"""
NOTICED = 0.06
"""The share of harmless messages that may get a sentence with a help line beside their answer."""
NOTICE = "crisis_notice"
LOWEST, HIGHEST = 0.62, 0.97
LOWEST_NOTICE = 0.32
"""Below these nothing is said, however few harmless messages it would stop."""
Thresholds = dict[str, dict[str, float]]
Heard = tuple[Example, Mapping[str, float]]


def heard(classifier: Classifier, examples: Sequence[Example]) -> list[Heard]:
    """Return each message with the classifier's chances."""
    return [(example, chances(classifier, example.text)) for example in examples]


def choose(held_out: Sequence[Heard]) -> Thresholds:
    """Return the lowest thresholds that keep ``STOPPED``, apart for messages in the field and ``any`` other."""
    harmless = [one for one in held_out if one[0].label == "allow"]
    within = [one for one in harmless if of_field(one[0].text)]
    others = [one for one in harmless if not of_field(one[0].text)]
    return {name: _of(harmless, group) for name, group in (("any", others), ("in_field", within))}


def _of(harmless: Sequence[Heard], group: Sequence[Heard]) -> dict[str, float]:
    """A small group says little of rare mistakes, so that a threshold never lies far below that of all."""
    asked = [(label, label, STOPPED[label], LOWEST) for label in LABELS if label in STOPPED]
    return {
        name: round(max(_threshold(group, label, share), _threshold(harmless, label, share) - 0.15, lowest), 3)
        for name, label, share, lowest in [*asked, (NOTICE, "crisis", NOTICED, LOWEST_NOTICE)]
    }


def _threshold(group: Sequence[Heard], label: str, share: float) -> float:
    ranked = sorted((chance[label] for _, chance in group), reverse=True)
    if not ranked:
        return HIGHEST
    first_kept = ranked[min(int(len(ranked) * share), len(ranked) - 1)]
    return min(first_kept + 0.01, HIGHEST)


def figures(held_out: Sequence[Heard], thresholds: Thresholds) -> dict[str, float]:
    """Return the share of each label that the classifier alone recognises; of ``allow``, the share it stops."""
    found = {}
    for label in LABELS:
        of_label = [one for one in held_out if one[0].label == label]
        wanted = [label] if label in STOPPED else list(STOPPED)
        hits = sum(any(_decided(one, name, thresholds) for name in wanted) for one in of_label)
        found[label if label in STOPPED else "allow_stopped"] = round(hits / max(1, len(of_label)), 4)
    return found


def _decided(one: Heard, label: str, thresholds: Thresholds) -> bool:
    group = "in_field" if of_field(one[0].text) else "any"
    return one[1][label] >= thresholds[group][label]
