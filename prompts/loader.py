"""Load a prompt file: its text, its id and the sha256 of the source, so that an answer can name what it used.

``texts/<language>/<id>.j2`` are templates, ``texts/<language>/*.yaml`` hold the one-line texts. A text
missing in a language is taken from Polish.
"""

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

TEXTS = Path(__file__).parent / "texts"
FALLBACK = "pl"


class PromptError(Exception):
    """A text that does not exist or cannot be rendered; the message names it."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One rendered text with the id of its file and the sha256 (hex) of the file's bytes."""

    id: str
    text: str
    sha256: str


class Prompts:
    """The texts of one folder; another folder may be given to try other wordings."""

    def __init__(self, folder: Path = TEXTS) -> None:
        self._folder = folder
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self._phrases = cache(self._read_phrases)
        self._sha256 = cache(self._hash)

    @property
    def folder(self) -> Path:
        """Where the texts are."""
        return self._folder

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that have a folder of their own."""
        return frozenset(path.name for path in self._folder.iterdir() if path.is_dir())

    def render(self, prompt_id: str, language: str, /, **values: Any) -> Prompt:
        """Fill the template ``prompt_id`` with ``values``; raises ``PromptError``."""
        for place in (language, FALLBACK):
            name = f"{place}/{prompt_id}.j2"
            try:
                text = self._environment.get_template(name).render(values, t=partial(self._say, language))
            except TemplateNotFound as error:
                if error.name == name:
                    continue
                raise PromptError(f"text {name}: no file {error.name}") from error
            except TemplateError as error:
                raise PromptError(f"text {name}: {error}") from error
            return Prompt(prompt_id, text.strip(), self._sha256(name))
        raise PromptError(f"no text {prompt_id!r} in {self._folder.name}")

    def phrase(self, key: str, language: str, /, **values: Any) -> str:
        """Return a one-line text, its ``{names}`` filled from ``values``; raises ``PromptError``."""
        for place in (language, FALLBACK):
            if key in (phrases := self._phrases(place)):
                return phrases[key].format(**values)
        raise PromptError(f"no phrase {key!r}")

    def phrases(self, language: str, /) -> tuple[str, ...]:
        """Return every one-line text of ``language`` with its ``{names}``, and those of the fallback it lacks."""
        return tuple({**self._phrases(FALLBACK), **self._phrases(language)}.values())

    def has_phrase(self, key: str, language: str) -> bool:
        """Tell whether ``key`` is a phrase in ``language`` or in the fallback."""
        return key in self._phrases(language) or key in self._phrases(FALLBACK)

    def sha256(self, prompt_id: str, language: str) -> str:
        """Return the hash of the template in ``language``, or of its fallback."""
        own = f"{language}/{prompt_id}.j2"
        return self._sha256(own if (self._folder / own).is_file() else f"{FALLBACK}/{prompt_id}.j2")

    def _say(self, language: str, key: str, **values: Any) -> str:
        return self.phrase(key, language, **values)

    def _hash(self, name: str) -> str:
        return hashlib.sha256((self._folder / name).read_bytes()).hexdigest()

    def _read_phrases(self, language: str) -> dict[str, str]:
        phrases: dict[str, str] = {}
        for path in sorted((self._folder / language).glob("*.yaml")):
            found = dict(_flatten(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) or {}))
            if twice := sorted(phrases.keys() & found.keys()):
                raise PromptError(f"{language}/{path.name}: {twice[0]!r} is in another file too")
            phrases |= found
        return phrases


def _flatten(tree: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        pairs += _flatten(value, f"{name}.") if isinstance(value, dict) else [(name, str(value))]
    return pairs
