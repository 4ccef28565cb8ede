"""What the classifier makes of a message and of its parts; shared by the rails so that it is computed once."""

import re
from collections.abc import Mapping
from functools import lru_cache

from guardrails import lexicon
from guardrails.classifier import load, plain_segments
from guardrails.normalise import plain

# Chances from which a label decides, set on the development set and on 102 harmless questions of which two are
# stopped (docs/guardrails.md). A kind reply too many is a smaller harm than none for someone in distress.
THRESHOLDS: Mapping[str, float] = {"crisis": 0.72, "injection": 0.7, "abuse": 0.7, "out_of_scope": 0.85}
# A message that speaks of courses, schools or jobs needs more to be taken for something else.
IN_FIELD: Mapping[str, float] = {"crisis": 0.8, "injection": 0.8, "abuse": 0.7, "out_of_scope": 0.97}
# A sentence alone says less than a message: its chance counts for this much less.
FOR_A_PART = 0.1
_MASKED = re.compile(r"\[[A-ZĘĆÓŚŻ -]{3,20}\]")


@lru_cache(maxsize=256)
def whole(text: str) -> Mapping[str, float]:
    """Return the chance of each label for the message as one."""
    return load().probabilities(plain(_MASKED.sub(" ", text)).text)


@lru_cache(maxsize=256)
def strongest(text: str) -> Mapping[str, float]:
    """Return for each label the highest chance of the message or any of its sentences."""
    chances = dict(whole(text))
    for part in plain_segments(_MASKED.sub(" ", text)):
        for label, chance in load().probabilities(part).items():
            chances[label] = max(chances[label], chance - FOR_A_PART)
    return chances


def decides(label: str, text: str, *, parts: bool = True) -> bool:
    """Tell whether the classifier takes ``text`` (or, with ``parts``, one of its sentences) for ``label``."""
    chance = (strongest if parts else whole)(text)[label]
    if chance < THRESHOLDS[label]:
        return False
    return chance >= IN_FIELD[label] or not lexicon.load("field").find(plain(text))
