"""Hedges: what a record calls probable is not told as certain."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.frame import Action, Sentence, Verdict
from guardrails.output.quantities import Dimension
from guardrails.output.reading import read
from register.evidence import Evidence

_HEDGE = re.compile(
    r"\b(?:prawdopodobn|najpewniej|zapewne|przypuszczaln|szacun|probabl|likely|estimat|ймовірн|мабуть)", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:poziom|prk|level|рівень|рівн)", re.IGNORECASE)
_LEVELS = "prk_level", "full_prk_level"


@dataclass(frozen=True, slots=True)
class Hedges:
    """Drop a sentence that gives a derived level of a cited record without saying that it is probable."""

    name: str = "hedges"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Pass, or drop."""
        text = sentence.text
        if _LEVEL.search(text) and not _HEDGE.search(text):
            for handle in sentence.handles:
                if handle in evidence and _gives_a_derived_level(text, evidence[handle]):
                    return Verdict(Action.DROPPED, text, detail="the level is only probable, say so")
        return Verdict(Action.PASSED, text)


def _gives_a_derived_level(text: str, item: Evidence) -> bool:
    levels = {item.facts.get(name) for name in _LEVELS if name in item.facts.get("derived", ())}
    said = {found.value for found in read(text).quantities if found.dimension is Dimension.LEVEL}
    return any(level is not None and (level in said or _in_figures(level, text)) for level in levels)


def _in_figures(level: object, text: str) -> bool:
    return re.search(rf"(?<![\w.]){level}(?!\w|\.\d)", text) is not None
