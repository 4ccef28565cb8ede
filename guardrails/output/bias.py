"""Bias: nobody is steered by gender, age, origin, disability, religion, family or place, or typed by them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from guardrails.frame import Action, Sentence, Verdict
from guardrails.output.phrases import Phrases, data, phrases, words_of
from register.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Bias:
    """Drop a sentence that names a protected group together with fitness, inclination or a reason.

    A rule of a cited record (``technikum tylko dla niewidomych``) passes: its words stand in the evidence.
    """

    name: str = "bias"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop with the attribute as detail."""
        attribute = steering(sentence.text)
        if not attribute:
            return Verdict(Action.PASSED, sentence.text)
        cited = (evidence[handle].text for handle in sentence.handles if handle in evidence)
        if attribute != "slur" and any(_groups()[attribute].in_(words_of(text)) for text in cited):
            return Verdict(Action.PASSED, sentence.text)
        return Verdict(Action.DROPPED, sentence.text, detail=f"bias: {attribute}")


def steering(text: str) -> str:
    """Return the attribute by which a sentence steers or types people, ``slur``, or nothing."""
    words = words_of(text)
    if _list("slurs").in_(words):
        return "slur"
    span = _list("steering").find(words)
    if span is None or _list("allowed").in_(words):
        return ""
    return next((name for name, group in _groups().items() if group.in_(words)), "")


@cache
def _groups() -> dict[str, Phrases]:
    return {name: phrases(lines) for name, lines in data("bias.json")["groups"].items()}


@cache
def _list(name: str) -> Phrases:
    return phrases(data("bias.json")[name])
