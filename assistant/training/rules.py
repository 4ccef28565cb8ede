"""Training of the rules' reader: questions that a rule answers, against each other and against all other questions."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.models.embedded.learnt.linear import Linear
from assistant.models.embedded.learnt.rules import OF_LABOUR
from assistant.models.embedded.words.intents import Intent
from assistant.training.examples import Example, RuleQuestion
from assistant.training.fit import PENALTY_RULES, fit_rules
from assistant.training.ranking import fit_any, fit_ranking, right_first
from register.facts import SystemFact
from register.library import parse_json
from retrieval.protocol import RecordIndex

SEED = 11
_OF_RULES = frozenset({Intent.SYSTEM, Intent.FOREIGN})
# Both a rule and a record may answer these: they are examples of neither.
_EITHER = frozenset({Intent.MUST_HAVE, Intent.SOURCES, Intent.PRICE, Intent.PAY, Intent.JOBS})
# Kinds of school, exam and paper: a question about one is answered by rules and by records alike.
_NOTIONS = re.compile(
    r"liceum|technikum|bran[zż]ow|matur|egzamin|kkz|\bkurs|prk|zsk|walidac|czeladn|mistrzows|studi|szko[lł]|zawod[oó]wk|"
    r"\boke\b|\bizb|dyplom|świadectw|swiadectw|school|exam|level|validation|certificate|ліце|технікум|матур|іспит|школ|"
    r"диплом|валідац|курс|studies|uczelni|licencjat|magist",
    re.IGNORECASE,
)


def train_rules(
    written: Sequence[RuleQuestion], examples: Sequence[Example], records: Path, index: RecordIndex
) -> Linear:
    """Fit on three quarters, set the ranking and the probability on the last, then fit on all."""
    order = list(written)
    random.Random(SEED).shuffle(order)  # noqa: S311 - a seeded split, no secret
    unseen, seen = order[: len(order) // 4], order[len(order) // 4 :]
    known = list(_told(records))
    others, others_unseen = _others(examples)
    first = fit_rules([*known, *seen], others)
    half = len(unseen) // 2
    ranking = fit_ranking(first, index, unseen[:half])
    asked = [question.text for question in unseen if question.rule not in OF_LABOUR]
    card: dict[str, Any] = {
        "model": f"support vectors, one against the rest (scikit-learn), C = {PENALTY_RULES:g}",
        "questions": len(written),
        "ranking": ranking,
        "any": fit_any(first, asked, others_unseen),
        "right_first_on_questions_not_learnt_from": round(right_first(first, index, unseen[half:], ranking), 3),
    }
    last = fit_rules([*known, *written], [*others, *others_unseen])
    return replace(last, card=card)


def _told(records: Path) -> Iterator[RuleQuestion]:
    """The rules' own wordings, titles and texts, as questions they answer."""
    for path in sorted(records.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = parse_json(line)
            if isinstance(record, SystemFact):
                for language, wordings in record.questions.items():
                    yield from (RuleQuestion(text, record.id, language) for text in wordings)
                for texts in (record.title, record.text):
                    told = texts.model_dump()
                    yield from (RuleQuestion(text, record.id, language) for language, text in told.items() if text)


def _others(examples: Sequence[Example]) -> tuple[list[str], list[str]]:
    """Questions no rule answers: those to learn from, and every fourth, to set the probability on."""
    plain = [
        example.text
        for example in examples
        if not {*_OF_RULES, *_EITHER} & {*example.intents} and not _NOTIONS.search(" ".join(example.subject))
    ]
    return [text for place, text in enumerate(plain) if place % 4], plain[::4]
