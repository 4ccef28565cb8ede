"""Faults of the sets themselves: duplicates, leaks between splits, dead record ids, expectations that cannot fail."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from evaluation.answers.sets import Question
from evaluation.cases import Line, Script
from evaluation.conversations.sets import Conversation
from evaluation.expectations import Expect
from evaluation.fairness.sets import Group
from evaluation.grounding.sets import Answered
from evaluation.guardrails.sets import Message
from evaluation.lines import SetError, read_lines, survey
from evaluation.matching import folded, folded_part, holds
from evaluation.playing import dead_ids
from evaluation.retrieval.sets import Question as Wanted
from register.vocabulary import AnswerStatus
from retrieval import RecordIndex

ALIKE = 92.0
"""rapidfuzz ratio from which two questions are one question."""
_SHORT, _SHORT_LATER = 16, 32
"""Greetings and thanks are this short and may occur in any set. A later line of a conversation leans on what was said
before it: «a jaki ma poziom?» asks another thing in each, so that only longer ones are compared."""
_LABELLED = "labelled"
"""Cases of sets that label a text instead of expecting something of an answer."""
_VARIED = ("grounding", "guardrails", "retrieval")
"""Sets that hold look-alikes on purpose: an error beside the right sentence, a typo beside the right word."""
_CARD = ("What", "How", "plit", "icence", "imit")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which line of which file."""

    file: str
    id: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}  {self.id}  {self.what}"


def lint(
    dev: Sequence[Path], test: Sequence[Path], card: Path, task: str, index: RecordIndex | None
) -> Iterator[Fault]:
    """Yield the faults of a task's files and its card; without an index record ids are not looked up."""
    texts: dict[Path, dict[str, str]] = {}
    for path in (*dev, *test):
        try:
            survey(path, _KINDS[task])
        except SetError as error:
            yield Fault(path.name, "-", str(error))
            continue
        scripts = list(_scripts(path, task))
        yield from _of_file(path, scripts, index)
        texts[path] = dict(_comparable(scripts))
        if task not in _VARIED:
            yield from _alike(path, texts[path])
    yield from _shared_ids([*dev, *test], texts)
    for one, other in product(dev, test):
        yield from _leaks(one, texts.get(one, {}), other, texts.get(other, {}))
    yield from _of_card(card, task)
    listed = {path.name for path in (*dev, *test)}
    for path in sorted(card.parent.glob("*.jsonl")):
        if path.name not in listed:
            yield Fault(path.name, "-", "the file belongs to no split")


def _scripts(path: Path, task: str) -> Iterator[Script]:
    if task == "fairness":
        for group in read_lines(path, Group):
            yield Script(id=group.group, turns=tuple(Line(user=one.message) for one in group.variants), kind=_LABELLED)
    elif task == "guardrails":
        for message in read_lines(path, Message):
            yield Script(id=message.id, turns=(Line(user=message.text),), kind=_LABELLED)
    elif task == "grounding":
        for answer in read_lines(path, Answered):
            yield Script(id=answer.id, turns=tuple(Line(user=one.text) for one in answer.sentences), kind=_LABELLED)
    elif task == "retrieval":
        for asked in read_lines(path, Wanted):
            expect = Expect(cites=tuple(asked.relevant))
            yield Script(id=asked.id, turns=(Line(user=asked.query, expect=expect),))
    elif task == "answers":
        yield from (one.script() for one in read_lines(path, Question))
    else:
        yield from (one.script() for one in read_lines(path, Conversation))


def _of_file(path: Path, scripts: list[Script], index: RecordIndex | None) -> Iterator[Fault]:
    for name, count in Counter(one.id for one in scripts).items():
        if count > 1:
            yield Fault(path.name, name, f"the id occurs {count} times")
    for script in (one for one in scripts if one.kind != _LABELLED):
        if all(line.expect.empty for line in script.turns):
            yield Fault(path.name, script.id, "nothing is expected, so nothing can fail")
        for line in script.turns:
            yield from (Fault(path.name, script.id, what) for what in cannot_fail(line.expect, line.user))
            if index is not None:
                yield from (Fault(path.name, script.id, f"no record {one}") for one in dead_ids(line.expect, index))


def cannot_fail(expect: Expect, message: str) -> Iterator[str]:
    """Yield expectations that every answer meets, or that none can."""
    if set(expect.status) == set(AnswerStatus):
        yield "status: every status is accepted"
    for wanted in expect.contains:
        alternatives = (wanted,) if isinstance(wanted, str) else wanted
        if any(len(folded_part(one).strip()) < 2 and not one.strip().isdigit() for one in alternatives):
            yield f"contains {wanted!r}: so short that any answer holds it"
    for wanted in expect.absent:
        if any(not folded_part(one).strip() for one in ((wanted,) if isinstance(wanted, str) else wanted)):
            yield "absent: an empty text is in every answer"
        if wanted in expect.contains:
            yield f"{wanted!r} is both expected and forbidden"
    texts = [one for one in expect.contains if isinstance(one, str)]
    yield from (
        f"contains {one!r}: what is forbidden is part of it"
        for one in texts
        if any(holds(folded(one), other) for other in expect.absent if other != one)
    )
    if not message.strip():
        yield "the message is empty"


def _comparable(scripts: list[Script]) -> Iterator[tuple[str, str]]:
    """Yield case#turn and its folded text for every line long enough to be compared."""
    for script in scripts:
        leans = script.kind != _LABELLED
        for number, line in enumerate(script.turns, 1):
            text = folded(line.user)
            if len(text) >= (_SHORT_LATER if leans and number > 1 else _SHORT):
                yield f"{script.id}#{number}", text


def _alike(path: Path, texts: Mapping[str, str]) -> Iterator[Fault]:
    names, values = list(texts), list(texts.values())
    for at, name in enumerate(names):
        owner = name.partition("#")[0]
        for _, ratio, place in process.extract(values[at], values[:at], scorer=fuzz.ratio, score_cutoff=ALIKE):
            other = names[place].partition("#")[0]
            if other != owner:
                yield Fault(path.name, owner, f"asks what {other} asks ({ratio:.0f} % alike)")


def _shared_ids(paths: Sequence[Path], texts: Mapping[Path, Mapping[str, str]]) -> Iterator[Fault]:
    """A run may join files: an id must be of one file only."""
    owners: dict[str, Path] = {}
    for path in paths:
        for name in dict.fromkeys(key.partition("#")[0] for key in texts.get(path, {})):
            if owners.setdefault(name, path) != path:
                yield Fault(path.name, name, f"the id is also in {owners[name].name}")


def _leaks(dev: Path, left: Mapping[str, str], test: Path, right: Mapping[str, str]) -> Iterator[Fault]:
    """Name a leak by ids alone: whoever tunes on one file must not read the other in a fault."""
    names = list(right)
    for name, text in left.items():
        for _, ratio, place in process.extract(text, list(right.values()), scorer=fuzz.ratio, score_cutoff=ALIKE):
            yield Fault(dev.name, name, f"leaks: {ratio:.0f} % alike to {names[place]} of {test.name}")


def _of_card(card: Path, task: str) -> Iterator[Fault]:
    """A card says what, how, split, licence and limits, and counts the lines that are there."""
    if not card.is_file():
        yield Fault(f"{task}/README.md", "-", "there is no data card")
        return
    text = card.read_text("utf-8")
    yield from (
        Fault(f"{task}/{card.name}", "-", f"the card does not say '{part}…'") for part in _CARD if part not in text
    )
    for path in sorted(card.parent.glob("*.jsonl")):
        row = next((line for line in text.splitlines() if line.startswith(f"| `{path.name}`")), "")
        lines = sum(1 for line in path.read_bytes().splitlines() if line.strip())
        if str(lines) not in _NUMBER.findall(row):
            yield Fault(f"{task}/{card.name}", path.name, f"the card does not count its {lines} lines")


_KINDS: Mapping[str, Any] = {
    "answers": Question,
    "conversations": Conversation,
    "fairness": Group,
    "grounding": Answered,
    "guardrails": Message,
    "retrieval": Wanted,
}
LINTED = tuple(_KINDS)
