"""The judge's prompts: Polish, frozen in files, each with its sha256, so that a run says what it was judged with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from evaluation.describing import hash_of

PROMPTS = Path(__file__).parent / "prompts" / "pl"


class Asked(str):
    """A prompt that still knows what it was made of, so that the verdict can be held against it."""

    __slots__ = ("given",)
    given: BaseModel

    def __new__(cls, text: str, given: BaseModel) -> "Asked":
        """Keep ``given`` beside the text."""
        asked = super().__new__(cls, text)
        asked.given = given
        return asked


@dataclass(frozen=True, slots=True)
class Frozen:
    """Stands in for a prompt of ragas: its instruction, frame and examples are ours, its answer's shape is ragas's."""

    frame: str
    instruction: str
    examples: Sequence[Mapping[str, Any]]
    output_model: type[BaseModel]

    def to_string(self, data: BaseModel) -> Asked:
        """Return the prompt for one input."""
        shown = "\n\n".join(f"Wejście: {_json(one['input'])}\nWyjście: {_json(one['output'])}" for one in self.examples)
        parts = {
            "instruction": self.instruction,
            "schema": dumps(self.output_model.model_json_schema(), ensure_ascii=False),
            "examples": shown,
            "input": _json(data.model_dump(mode="json", exclude_none=True)),
        }
        return Asked(self.frame.format(**parts), data)


def frozen(name: str, output_model: type[BaseModel], folder: Path = PROMPTS) -> Frozen:
    """Read one prompt; an example that does not fit ``output_model`` raises ``ValidationError``."""
    read = _read(folder / f"{name}.yaml")
    for example in read["examples"]:
        output_model.model_validate(example["output"])
    return Frozen(_read(folder / "frame.yaml")["text"], read["instruction"], read["examples"], output_model)


def allowed_topics(folder: Path = PROMPTS) -> list[str]:
    """Return the topics that the assistant is there for."""
    return list(_read(folder / "allowed.yaml")["topics"])


def prompt_hashes(folder: Path = PROMPTS) -> dict[str, str]:
    """Return the beginning of the sha256 of each file."""
    return {path.name: hash_of([path]) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def _json(value: Any) -> str:
    return dumps(value, ensure_ascii=False)
