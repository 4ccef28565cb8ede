"""How much the search and the learnt scores count when rules are ranked, fitted on questions not learnt from."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from assistant.models.embedded.learnt.linear import Linear
from assistant.models.embedded.learnt.rules import ANY, FEATURES, FOUND, features, likeliest, nearest
from assistant.models.embedded.learnt.wants import weighed
from assistant.tools.search import search
from assistant.training.examples import RuleQuestion
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex

_RULES = Filters(types=frozenset({RecordType.SYSTEM_FACT}))


def fit_ranking(model: Linear, index: RecordIndex, questions: Sequence[RuleQuestion]) -> dict[str, float]:
    """Return the weights of ``FEATURES`` and the constant, by a logistic regression on the rules each search finds."""
    rows, labels = [], []
    for question in questions:
        right = {question.rule, *question.also}
        for rule, seen in candidates(model, index, question.text):
            rows.append(seen)
            labels.append(rule in right)
    fitted = LogisticRegression(C=1.0, max_iter=500).fit(np.array(rows), labels)
    weights = dict(zip(FEATURES, map(float, fitted.coef_[0]), strict=True))
    return {name: round(value, 4) for name, value in {**weights, "constant": float(fitted.intercept_[0])}.items()}


def right_first(
    model: Linear, index: RecordIndex, questions: Sequence[RuleQuestion], weights: dict[str, float]
) -> float:
    """Return the share of questions whose rule, or another that answers as well, is ranked first."""
    found = 0
    for question in questions:
        ranked = [
            (sum(weights[name] * value for name, value in zip(FEATURES, seen, strict=True)), rule)
            for rule, seen in candidates(model, index, question.text)
        ]
        found += bool(ranked) and max(ranked)[1] in {question.rule, *question.also}
    return found / len(questions)


def candidates(model: Linear, index: RecordIndex, text: str) -> Iterator[tuple[str, Sequence[float]]]:
    """Yield the rules that a turn weighs, those a search finds before those the words alone make likely."""
    scores = scores_of(model, text)
    search_found = search(index, text, FOUND, _RULES, interpret=False)
    found = {record.id: fit for record, fit in zip(search_found.records, search_found.confidences, strict=True)}
    for place, rule in enumerate(dict.fromkeys((*found, *likeliest(scores)))):
        yield rule, features(scores, rule, found.get(rule, 0.0), place)


def fit_any(model: Linear, asked: Sequence[str], others: Sequence[str]) -> dict[str, float]:
    """Return what makes a probability of the score of ``ANY`` and that of the nearest rule (Platt's scaling)."""
    read = (scores_of(model, text) for text in (*asked, *others))
    rows = [(scores[ANY], nearest(scores)) for scores in read]
    fitted = LogisticRegression(C=1.0).fit(np.array(rows), [1] * len(asked) + [0] * len(others))
    weights = dict(zip(("slope", "nearest"), map(float, fitted.coef_[0]), strict=True))
    return {name: round(value, 4) for name, value in {**weights, "constant": float(fitted.intercept_[0])}.items()}


def scores_of(model: Linear, text: str) -> Mapping[str, float]:
    """Return the score of each label."""
    return model.by_label(*weighed(text, model.rarity))
