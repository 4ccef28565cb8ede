"""Which rule answers a question, and whether a rule does at all, by a linear model on the features of wants.

It sees what shared words do not show: that «oblane?» asks for a pass mark. A rule it has not learnt from counts as
far as the search alone finds it.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from assistant.models.embedded.learnt.linear import load
from assistant.models.embedded.learnt.wants import weighed

FOUND, LIKELY = 8, 3
"""So many rules of the search and, behind them, of the learnt scores alone are weighed."""
ANY = "any"
"""The label of the column that tells questions about rules from all others."""
OF_LABOUR = frozenset({"fact:A-zarobki", "fact:A-oferty-pracy", "fact:A-ceny-egzaminow"})
"""Rules that say of pay, work and prices that they are not held: such a question may be one about a record."""

CLEARLY = 0.0
"""From this score on a rule is the one that is asked for rather than any other."""


@lru_cache(maxsize=1_024)
def rule_scores(text: str) -> Mapping[str, float]:
    """Return a score (distance from the plane between it and all others) for each rule, by its id, and for ``ANY``."""
    model = load("rules")
    return model.by_label(*weighed(text, model.rarity))


def clear_rule(*texts: str) -> str:
    """Return the rule that one of ``texts`` asks for rather than any other, or nothing."""
    scored = ((score, name) for text in texts for name, score in rule_scores(text).items() if name != ANY)
    score, name = max(scored, default=(CLEARLY, ""))
    return name if score > CLEARLY else ""


def likeliest_rules(text: str) -> tuple[str, ...]:
    """Return the ids of the rules with the highest scores, best first."""
    return likeliest(rule_scores(text))


def likeliest(scores: Mapping[str, float]) -> tuple[str, ...]:
    """Return the ids of the ``LIKELY`` rules with the highest scores, best first."""
    return tuple(sorted((name for name in scores if name != ANY), key=lambda name: -scores[name])[:LIKELY])


def asks_of_rules(text: str) -> float:
    """Return the probability that a rule answers ``text`` rather than a record or a word of talk.

    It is heard in the words of all rules together, and in how near the nearest single rule comes («a liceum?»).
    """
    scale, scores = load("rules").card["any"], rule_scores(text)
    return _chance(scale["slope"] * scores[ANY] + scale.get("nearest", 0.0) * nearest(scores) + scale["constant"])


def nearest(scores: Mapping[str, float]) -> float:
    """Return the highest score of a single rule, but for those on what figures are asked for of any record."""
    return max(score for name, score in scores.items() if name != ANY and name not in OF_LABOUR)


@lru_cache(maxsize=8_192)
def answered_by(text: str, rule: str, confidence: float, place: int, told: str = "") -> float:
    """Return the probability that ``rule`` answers ``text``, a question about rules.

    ``confidence`` is the search's, ``place`` its place in the search's order, from 0; ``told`` is a rule that
    no other has to come before.
    """
    weights = load("rules").card["ranking"]
    scores = {name: score for name, score in rule_scores(text).items() if name != told or name == rule}
    seen = dict(zip(FEATURES, features(scores, rule, confidence, place), strict=True))
    return _chance(weights["constant"] + sum(weights[name] * value for name, value in seen.items()))


FEATURES = ("confidence", "early", "score", "behind")


def features(scores: Mapping[str, float], rule: str, confidence: float, place: int) -> Sequence[float]:
    """Return what a rule is ranked by: ``FEATURES``."""
    others = [score for name, score in scores.items() if name not in (ANY, rule)]
    score = scores.get(rule, min(others, default=0.0))
    return (confidence, 1 / (place + 1), score, min(0.0, score - max(others, default=score)))


def _chance(score: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))
