"""The written questions: what is wanted, which words name the subject, whether it leans on what was said before."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from assistant.models.embedded.learnt.linear import MODEL
from assistant.models.embedded.learnt.naming import places_in
from assistant.models.embedded.learnt.turns import TALK, Before
from assistant.models.embedded.person.selfless import without
from assistant.models.embedded.words.intents import EXAMPLES, SLOT, Intent
from assistant.training import TrainingError
from retrieval.analysis import Word, analyse

Line = TypeVar("Line")
_LEAVE_LIST = frozenset({"rule", "nothing", "figures"})
DATA = MODEL.with_name("training")
"""Holds ``questions`` (of any kind, marked), ``rules`` (questions that a rule answers), ``follow_ups`` (the same, with

the message before), ``talks`` (whole conversations) ``person`` (who asks) and
``unheld`` (what no record may hold).
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One question; ``hand`` is the file it stands in, each file being one writer's; ``subject`` quotes its text."""

    text: str
    intents: tuple[Intent, ...]
    language: str
    subject: tuple[str, ...] = ()
    leans: bool = False
    hand: str = ""

    @property
    def marked(self) -> tuple[tuple[Word, ...], frozenset[int]]:
        """The words of the text and the places of those that the subject is made of."""
        words = analyse(self.text, max_words=400).words
        return words, frozenset(place for named in self.subject for place in places_in(words, named))


@dataclass(frozen=True, slots=True)
class RuleQuestion:
    """A question, the rule that answers it best, and others that answer it as well."""

    text: str
    rule: str
    language: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A message in its conversation: what it wants, what it refers to, the kind of its answer; ``hand`` is its file."""

    text: str
    before: Before
    intent: Intent
    refers: str
    answer: str
    language: str
    hand: str


@dataclass(frozen=True, slots=True)
class UnheldQuestion:
    """A question and which kind of thing that no record holds it asks for, or nothing; ``hand`` is its file."""

    text: str
    kind: str
    language: str
    hand: str = ""


def read_examples(data: Path = DATA) -> list[Example]:
    """Read every file of ``questions``; raises ``TrainingError`` naming a faulty line."""
    return list(lines_of(data / "questions", _example))


def read_requests(data: Path = DATA) -> list[Example]:
    """Read every file of ``person``, each request as it stands and without what it tells of the person.

    So one wish is read alike whoever has it. Raises ``TrainingError`` naming a faulty line.
    """
    return [example for both in lines_of(data / "person", _requests) for example in both]


def read_rule_questions(data: Path = DATA) -> list[RuleQuestion]:
    """Read every file of ``rules`` and ``follow_ups``; raises ``TrainingError`` naming a faulty line.

    A follow-up stands behind the message before it, as the assistant puts it to the rules.
    """
    return [*lines_of(data / "rules", _rule_question), *lines_of(data / "follow_ups", _rule_question)]


def read_turns(data: Path = DATA) -> list[Turn]:
    """Read every file of ``talks``; raises ``TrainingError`` naming a faulty line."""
    return [turn for turns in lines_of(data / "talks", _turns) for turn in turns]


def read_unheld_questions(data: Path = DATA) -> list[UnheldQuestion]:
    """Read every file of ``unheld``; raises ``TrainingError`` naming a faulty line."""
    return list(lines_of(data / "unheld", _unheld_question))


def patterns() -> list[Example]:
    """Return the examples of ``intents.yaml`` without their slots; they teach wants, not subjects."""
    lists = yaml.load(EXAMPLES.read_text("utf-8"), yaml.CSafeLoader)
    return [
        Example(" ".join(text.replace(SLOT, " ").split()), (Intent(intent),), language)
        for intent, by_language in lists.items()
        for language, texts in by_language.items()
        for text in texts
    ]


def digest(examples: Iterable[Example]) -> str:
    """Return the SHA-256 of the examples in their order."""
    lines = "\n".join(f"{','.join(one.intents)}\t{'|'.join(one.subject)}\t{one.text}" for one in examples)
    return hashlib.sha256(lines.encode()).hexdigest()


def lines_of(folder: Path, made_of: Callable[[dict[str, Any], str], Line]) -> Iterator[Line]:
    """Yield each line of a folder's files, read with the name of its file; raises ``TrainingError``."""
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise TrainingError(f"no questions in {folder}")
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                yield made_of(json.loads(line), path.stem)
            except (ValueError, KeyError, TypeError) as error:
                raise TrainingError(f"{path.name}:{number}: not a question: {error}") from error


def _example(row: dict[str, Any], hand: str) -> Example:
    intents = tuple(Intent(name) for name in (row["intent"], *row.get("also", ())))
    if missing := [part for part in row["subject"] if part not in row["text"]]:
        raise ValueError(f"{missing[0]} does not stand in the text")
    return Example(row["text"], intents, row["lang"], tuple(row["subject"]), bool(row["leans"]), hand)


def _requests(row: dict[str, Any], hand: str) -> tuple[Example, ...]:
    whole = _example(row, hand)
    spans = sorted((start, start + len(part)) for part in row["person"] if (start := whole.text.find(part)) >= 0)
    bare = without(whole.text, spans)
    left = len(bare.split()) > 1 and all(part in bare for part in whole.subject)
    return (whole, *([_example({**row, "text": bare}, hand)] if left else []))


def _rule_question(row: dict[str, Any], _hand: str) -> RuleQuestion:
    text = f"{row.get('before', '')} {row['text']}".strip()
    return RuleQuestion(text, row["rule"], row["lang"], tuple(row.get("also", ())))


def _turns(row: dict[str, Any], hand: str) -> list[Turn]:
    turns, before = [], Before()
    for said in row["turns"]:
        turns.append(
            Turn(said["text"], before, Intent(said["want"]), said["refers"], said["answer"], row["lang"], hand)
        )
        if said["answer"] != TALK:  # thanks make one forget nothing
            listed = said["listed"] > 1 or (before.listed and said["answer"] in _LEAVE_LIST)
            before = Before(said["answer"], said["want"], listed)
    return turns


def _unheld_question(row: dict[str, Any], hand: str) -> UnheldQuestion:
    return UnheldQuestion(row["text"], row["unheld"], row["lang"], hand)
