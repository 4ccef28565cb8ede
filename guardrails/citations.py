"""Handles in a draft: every handle must exist, and no link stands beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.frame import HANDLE, Action, Sentence, Verdict
from register.evidence import Evidence

_ANY_BRACKET = re.compile(r"\s?\[([A-Za-z]{0,3}\d{0,6})\]")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,600}\)")
_SPACES = re.compile(r"[ \t]{2,}")
_BEFORE_STOP = re.compile(r"(?<!\s)\s+([.,;:!?])")


@dataclass(frozen=True, slots=True)
class Citations:
    """Remove handles that stand for nothing, and leave of a Markdown link its words.

    A sentence that was only a handle is dropped. Addresses are the business of ``Contacts``.
    """

    name: str = "citations"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Judge one sentence."""
        text, links = _MARKDOWN_LINK.subn(r"\1", sentence.text)
        unknown = [mark for mark in _ANY_BRACKET.findall(text) if mark not in evidence]
        if not unknown and not links:
            return Verdict(Action.PASSED, sentence.text)
        text = _ANY_BRACKET.sub(lambda mark: mark[0] if mark[1] in evidence else "", text)
        text = _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", text)).strip()
        detail = f"{len(unknown)} unknown handles, {links} links removed"
        if not any(character.isalnum() for character in HANDLE.sub("", text)):
            return Verdict(Action.DROPPED, text, detail=detail)
        return Verdict(Action.MASKED, text, detail=detail)
