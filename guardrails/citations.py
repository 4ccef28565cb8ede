"""Handles and addresses in a draft: every handle must exist, no address may come from anywhere but evidence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.frame import HANDLE, Action, Sentence, Verdict
from register.evidence import Evidence

_ANY_BRACKET = re.compile(r"\s?\[([A-Za-z]{0,3}\d{0,6})\]")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,600}\)")
_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\bmailto:)\S{1,2000}"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,5}(?:pl|com|org|net|eu|edu|info|io|app|ua|gov|biz|online)\b(?:/\S{0,2000})?",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t]{2,}")
_BEFORE_STOP = re.compile(r"(?<!\s)\s+([.,;:!?])")


@dataclass(frozen=True, slots=True)
class Citations:
    """Remove handles that stand for nothing and addresses that no evidence holds.

    A sentence that was only an address is dropped.
    """

    name: str = "citations"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Judge one sentence."""
        unknown = [mark for mark in _ANY_BRACKET.findall(sentence.text) if mark not in evidence]
        text = _ANY_BRACKET.sub(lambda mark: mark[0] if mark[1] in evidence else "", sentence.text)
        text, addresses = _without_foreign_addresses(text, evidence)
        if not unknown and not addresses:
            return Verdict(Action.PASSED, sentence.text)
        detail = f"{len(unknown)} unknown handles, {addresses} foreign addresses removed"
        text = _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", text)).strip()
        if not any(character.isalnum() for character in HANDLE.sub("", text)):
            return Verdict(Action.DROPPED, text, detail=detail)
        return Verdict(Action.MASKED, text, detail=detail)


def _without_foreign_addresses(text: str, evidence: Mapping[str, Evidence]) -> tuple[str, int]:
    known = " ".join(f"{item.url} {item.text}" for item in evidence.values()).casefold()
    removed = 0

    def keep_known(match: re.Match[str]) -> str:
        nonlocal removed
        address = match[0].rstrip(".,;:!?)]}\"'")
        if address.casefold() in known:
            return match[0]
        removed += 1
        return match[0][len(address) :]

    text = _MARKDOWN_LINK.sub(lambda match: match[1], text)
    return _ADDRESS.sub(keep_known, text), removed
