"""The written examples: messages with a label, one a line, and sentences drawn from patterns with choices."""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from guardrails.training import LABELS, SEED, TrainingError

DATA = Path(__file__).parents[1] / "data" / "training"
DRAWS = 12
_CHOICE = re.compile(r"\(([^()]*)\)")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_POLISH = re.compile(r"[ąćęłńóśźż]", re.IGNORECASE)
# In sets of the evaluation personal data has a label; for the classifier, which sees it masked, it is harmless.
_HARMLESS = {"pii": "allow"}


@dataclass(frozen=True, slots=True)
class Example:
    """One written message and what it is; ``hand`` names who wrote it where that is not the first author."""

    text: str
    label: str
    language: str
    hand: str = ""


def read_examples(data_dir: Path = DATA) -> list[Example]:
    """Read every ``*.jsonl`` (lines ``text``, ``label``, ``lang``) and draw from every ``*.yaml`` of patterns.

    Raises ``TrainingError`` naming a faulty line.
    """
    found = [example for path in sorted(data_dir.glob("*.jsonl")) for example in read_file(path)]
    for path in sorted(data_dir.glob("*.yaml")):
        found += drawn(yaml.safe_load(path.read_text("utf-8")))
    if not found:
        raise TrainingError(f"no examples in {data_dir}")
    return found


def read_file(path: Path) -> list[Example]:
    """Read one file of examples, or a set of ``zeterka eval guardrails``; raises ``OSError`` and ``TrainingError``."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise TrainingError(f"{path.name}:{number}: {error}") from error
        label = _HARMLESS.get(row.get("label"), row.get("label"))
        if label not in LABELS or not str(row.get("text", "")).strip():
            raise TrainingError(f"{path.name}:{number}: not an example: {line[:80]}")
        found.append(Example(row["text"], label, row.get("lang", "pl"), row.get("hand", "")))
    return found


def drawn(patterns: Mapping[str, Sequence[str]]) -> list[Example]:
    """Return ``DRAWS`` sentences of each pattern (fewer where it has not so many)."""
    chance = random.Random(SEED)  # noqa: S311 - seeded variety, no secret
    found: dict[Example, None] = {}
    for label, lines in patterns.items():
        for line in lines:
            for _ in range(DRAWS):
                text = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), line)
                language = "uk" if _CYRILLIC.search(text) else "pl" if _POLISH.search(line) else "en"
                found[Example(" ".join(text.split()), label, language)] = None
    return list(found)


def digest(examples: Iterable[Example]) -> str:
    """Return the SHA-256 of the examples in their order."""
    lines = "\n".join(f"{example.label}\t{example.language}\t{example.text}" for example in examples)
    return hashlib.sha256(lines.encode()).hexdigest()
