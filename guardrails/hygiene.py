"""Length and characters: what no question needs is cut away or refused before anything reads it.

Letters written in invisible Unicode tags are read once, to see whether they give orders.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from guardrails.frame import Action, Verdict
from guardrails.injection import gives_orders
from register.vocabulary import AnswerStatus

# Cc control, Cf format (zero-width, bidirectional, Unicode tags), Cs surrogate, Co private use, Cn unassigned.
_HARMLESS_CONTROLS = frozenset("\n\t")
_REMOVED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_TAG = re.compile("[\U000e0020-\U000e007e]")
_FEWEST_TAGS = 8  # the flags of England, Scotland and Wales are spelled in five tags
_JOINERS = frozenset("\u200d\ufe0f")  # they hold an emoji together; anywhere else they hide something


@dataclass(frozen=True, slots=True)
class Characters:
    """Remove control, invisible and unassigned characters; what remains is composed (NFC)."""

    name: str = "characters"

    def __call__(self, text: str) -> Verdict:
        """Judge one message."""
        if _hidden_orders(text):
            return Verdict(
                Action.ENDED,
                text,
                detail="orders in invisible letters",
                status=AnswerStatus.REFUSED_INJECTION,
                phrase="rails.injection.refused",
            )
        cleaned = unicodedata.normalize("NFC", "".join(_visible(text.replace("\r\n", "\n"))))
        if cleaned == text:
            return Verdict(Action.PASSED, text)
        removed = max(0, len(text) - len(cleaned))
        return Verdict(Action.MASKED, cleaned, detail=f"{removed} invisible or control characters removed")


@dataclass(frozen=True, slots=True)
class Length:
    """End the turn when there is nothing to read or more than ``limit`` characters."""

    limit: int = 4000
    name: str = "length"

    def __call__(self, text: str) -> Verdict:
        """Judge one message."""
        if len(text) > self.limit:
            return Verdict(
                Action.ENDED,
                text[: self.limit],
                detail=f"{len(text)} characters, limit {self.limit}",
                status=AnswerStatus.CLARIFICATION_ASKED,
                phrase="rails.too_long",
                values={"limit": self.limit},
            )
        if not any(character.isalnum() for character in text):
            return Verdict(
                Action.ENDED,
                text,
                detail="no letter or digit",
                status=AnswerStatus.CLARIFICATION_ASKED,
                phrase="rails.nothing_to_read",
            )
        return Verdict(Action.PASSED, text)


def _visible(text: str) -> Iterable[str]:
    if "\ufe0f" not in text and text.replace("\n", "").replace("\t", "").isprintable():
        return text  # none of the removed kinds is printable
    kept: list[str] = []
    for character in text:
        if character in _HARMLESS_CONTROLS:
            kept.append(character)
        elif character in _JOINERS:
            if kept and unicodedata.category(kept[-1]) in ("So", "Sk"):
                kept.append(character)
        elif unicodedata.category(character) not in _REMOVED:
            kept.append(character)
    return kept


def _hidden_orders(text: str) -> bool:
    hidden = "".join(chr(ord(mark) - 0xE0000) for mark in _TAG.findall(text))
    return len(hidden) >= _FEWEST_TAGS and gives_orders(hidden)
