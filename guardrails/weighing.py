"""What the classifier makes of a message and of its parts; shared by the rails so that it is computed once."""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import exp

from guardrails import lexicon
from guardrails.classifier import Classifier, load, plain_segments
from guardrails.normalise import Plain, plain

WHOLE_ONLY = frozenset({"out_of_scope"})
"""Labels asked of the whole message only: a question may come with a remark about the weather."""
# A sentence alone says less than a message: its chance counts for this much less. More for a crisis: told in several
# sentences a life looks like one in some of them, while an order hidden in a pasted text stands in one.
FOR_A_PART = 0.1
FOR_A_PART_OF = {"crisis": 0.25}
# A few words («pani mówi że nie») say still less of a crisis; what they say plainly is among the phrases.
FOR_FEW_WORDS, FEW_WORDS = 0.1, 5
DOUBT, DOUBT_IN_FIELD = 0.3, 0.5
"""Under this chance of a crisis a phrase is doubted; more readily in a question about work."""
DOUBT_OF_ORDERS, LONGEST_DOUBTED = 0.2, 200
"""Under this chance of an injection a phrase in a short message is doubted; in a long text it may be hidden well."""
FOR_A_QUESTION = exp(-1.0)
"""The odds of a crisis are multiplied by this where a message ends by asking: on hands left out three more crises in
a hundred are caught for as many harmless messages stopped. The classifier itself sees no punctuation.
"""
NOTICED_BESIDE_A_QUESTION = 0.45
"""Under this chance a question of the field gets its answer without a line beside it."""
_MASKED = re.compile(r"\[[A-ZĘĆÓŚŻ -]{3,20}\]")


def chances(classifier: Classifier, text: str) -> Mapping[str, float]:
    """Return for each label the highest chance of the message or, but for ``WHOLE_ONLY``, of any of its sentences.

    They are for ranking against thresholds and need not sum to one.
    """
    bare = _MASKED.sub(" ", text)
    segments = plain_segments(bare)
    found, *parts = classifier.of_all([plain(bare).text, *segments])
    for segment, part in zip(segments, parts, strict=True):
        for label, chance in part.items():
            if label not in WHOLE_ONLY:
                found[label] = max(found[label], chance - _for_a_part(label, segment))
    return {**found, "crisis": _asked(found["crisis"], text)}


def _for_a_part(label: str, segment: str) -> float:
    few = label == "crisis" and len(segment.split()) < FEW_WORDS
    return FOR_A_PART_OF.get(label, FOR_A_PART) + FOR_FEW_WORDS * few


def _asked(chance: float, text: str) -> float:
    if not text.rstrip().endswith("?"):
        return chance
    return chance * FOR_A_QUESTION / (1 - chance + chance * FOR_A_QUESTION)


def of_field(text: str) -> bool:
    """Tell whether a message speaks of courses, schools or jobs: then it needs more to be taken for something else."""
    return bool(lexicon.load("field").find(plain(text)))


def decides(label: str, text: str) -> bool:
    """Tell whether the classifier takes ``text`` for ``label``, by the thresholds of its card; never by one word."""
    return " " in plain(text).text.strip() and _reaches(label, _chances(text)[label], text)


def suspects(text: str) -> bool:
    """Tell whether the classifier sees enough of a crisis in ``text`` for a sentence beside the answer."""
    chance = _chances(text)["crisis"]
    asks = "?" in text and chance < NOTICED_BESIDE_A_QUESTION and of_field(text)
    return not asks and _reaches("crisis_notice", chance, text)


def left_of(text: str, message: Plain) -> str:
    """Return what the classifier is to hear: ``text`` as written, unless ``message`` is what was left of it."""
    return text if message is plain(text) else message.text


def doubts(text: str) -> bool:
    """Tell whether the classifier sees so little of a crisis in ``text`` that a phrase should not end the turn."""
    return _chances(text)["crisis"] < _asked(DOUBT_IN_FIELD if of_field(text) else DOUBT, text)


def doubts_orders(text: str) -> bool:
    """Tell whether ``text`` is short and the classifier sees so little of an attack that a phrase says nothing."""
    return len(text) <= LONGEST_DOUBTED and _chances(text)["injection"] < DOUBT_OF_ORDERS


def _reaches(label: str, chance: float, text: str) -> bool:
    thresholds = load().card["thresholds"]
    if chance < min(thresholds["any"][label], thresholds["in_field"][label]):
        return False
    return chance >= float(thresholds["in_field" if of_field(text) else "any"][label])


@lru_cache(maxsize=256)
def _chances(text: str) -> Mapping[str, float]:
    return chances(load(), text)
