"""A draft under way: sentences from the phrase book, each with the handles of what it rests on."""

import re
from collections.abc import Iterable
from typing import Any

from assistant.fields import told
from guardrails.sentences import split
from prompts import Prompts
from register.evidence import Evidence
from register.vocabulary import Language

BULLET = "-"
_NOTHING_QUOTED = re.compile(r"[„“«]\s*[”»]")


class Draft:
    """Collects the lines of an answer in one language."""

    def __init__(self, prompts: Prompts, language: Language) -> None:
        self._prompts = prompts
        self.language = language
        self._lines: list[str] = []
        self._told: set[str] = set()

    def say(self, key: str, *evidence: Evidence, **values: Any) -> None:
        """Add the sentence ``key``, citing ``evidence``."""
        self._add("", self.phrase(key, **values), evidence)

    def item(self, text: str, *evidence: Evidence) -> None:
        """Add a list item, citing ``evidence``."""
        self._add(f"\n{BULLET} ", text, evidence)

    def quote(self, text: str, *evidence: Evidence) -> None:
        """Add a ready sentence (a summary, a rule), citing ``evidence`` after each of its sentences."""
        for piece in split(text):
            self._add("", piece.sentence.text, evidence)

    def heading(self, text: str) -> None:
        """Add a line that only says what follows."""
        self._add("", text, ())

    def paragraph(self) -> None:
        """Leave a line empty."""
        if self._lines:
            self._lines.append("\n\n")

    def phrase(self, key: str, **values: Any) -> str:
        """Return the text ``key`` in the draft's language.

        A text that would quote an empty name is empty: «nie ma rekordu „”» says nothing.
        """
        text = self._prompts.phrase(key, self.language, **values)
        return "" if _NOTHING_QUOTED.search(text) else text

    def label(self, key: str, fallback: str) -> str:
        """Return the label ``key``, or ``fallback`` where the word is not in the list."""
        return self.phrase(key) if self._prompts.has_phrase(key, self.language) else fallback

    def told(self, text: str) -> str:
        """Return the words of a field in the draft's language, or as a quotation in Polish."""
        return told(text, self._prompts, self.language)

    def names(self, names: Iterable[str], word: str = "label.and") -> str:
        """Join names as a sentence does: «a, b i c»."""
        items = list(dict.fromkeys(names))
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.phrase(word)} {items[-1]}"

    def text(self) -> str:
        """Return the draft with handles."""
        return "".join(self._lines).strip()

    def _add(self, lead: str, text: str, evidence: Iterable[Evidence]) -> None:
        if not text.strip():
            return
        marks = "".join(f" [{handle}]" for handle in dict.fromkeys(item.handle for item in evidence))
        if marks and not lead:  # two composers may have the same to say of one record
            if f"{text}{marks}" in self._told:
                return
            self._told.add(f"{text}{marks}")
        if not lead and self._lines and not self._lines[-1].endswith("\n"):
            lead = "\n" if self._lines[-1].lstrip("\n").startswith(BULLET) else " "
        self._lines.append(f"{lead}{text}{marks}")
