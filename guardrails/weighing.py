"""What the classifier makes of a message and of its parts; shared by the rails so that it is computed once."""

import re
from collections.abc import Mapping
from functools import lru_cache

from guardrails import lexicon
from guardrails.classifier import Classifier, load, plain_segments
from guardrails.normalise import plain

WHOLE_ONLY = frozenset({"out_of_scope"})
"""Labels asked of the whole message only: a question may come with a remark about the weather."""
# A sentence alone says less than a message: its chance counts for this much less.
FOR_A_PART = 0.1
DOUBT, DOUBT_IN_FIELD = 0.3, 0.5
"""Under this chance of a crisis a phrase is doubted; more readily in a question about work."""
_MASKED = re.compile(r"\[[A-ZĘĆÓŚŻ -]{3,20}\]")


def chances(classifier: Classifier, text: str) -> Mapping[str, float]:
    """Return for each label the highest chance of the message or, but for ``WHOLE_ONLY``, of any of its sentences."""
    bare = _MASKED.sub(" ", text)
    found, *parts = classifier.of_all([plain(bare).text, *plain_segments(bare)])
    for part in parts:
        for label, chance in part.items():
            if label not in WHOLE_ONLY:
                found[label] = max(found[label], chance - FOR_A_PART)
    return found


def of_field(text: str) -> bool:
    """Tell whether a message speaks of courses, schools or jobs: then it needs more to be taken for something else."""
    return bool(lexicon.load("field").find(plain(text)))


def decides(label: str, text: str) -> bool:
    """Tell whether the classifier takes ``text`` for ``label``, by the thresholds of its card; never by one word."""
    return " " in plain(text).text.strip() and _reaches(label, _chances(text)[label], text)


def suspects(text: str) -> bool:
    """Tell whether the classifier sees enough of a crisis in ``text`` for a sentence beside the answer."""
    return _reaches("crisis_notice", _chances(text)["crisis"], text)


def doubts(text: str) -> bool:
    """Tell whether the classifier sees so little of a crisis in ``text`` that a phrase should not end the turn."""
    return _chances(text)["crisis"] < (DOUBT_IN_FIELD if of_field(text) else DOUBT)


def _reaches(label: str, chance: float, text: str) -> bool:
    thresholds = load().card["thresholds"]
    if chance < min(thresholds["any"][label], thresholds["in_field"][label]):
        return False
    return chance >= float(thresholds["in_field" if of_field(text) else "any"][label])


@lru_cache(maxsize=256)
def _chances(text: str) -> Mapping[str, float]:
    return chances(load(), text)
