"""Texts of others (records, pasted CVs, job advertisements) are data: instructions in them are put out of action,
and what goes to a model stands between marks that the text cannot write itself.
"""

import html
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guardrails import injection
from guardrails.frame import Action, RailReport, Verdict
from guardrails.hygiene import Characters

REMOVED = "[…]"
SHORTEST_ORDER = 8
"""A text of fewer characters gives no order and holds no mark."""
NAME = "evidence"
_PARTS = re.compile(r"[^.!?;\n]{1,4000}[.!?;\n]{0,8}|[.!?;\n]{1,8}")
_COMMENT = re.compile(
    r"<!--|-->|<\|[^<>|\n]{0,60}\|>|\[/?(?:INST|SYS|SYSTEM|tool_result|tool_call)\]|<</?SYS>>", re.IGNORECASE
)
_TAG = re.compile(
    r"</?\s?(?:system|assistant|user|tool|evidence|data|instructions?|dane)\b[^<>\n]{0,120}>", re.IGNORECASE
)
_ROLE_LINE = re.compile(r"(?m)^[#*\s]{0,8}(system|assistant|asystent|developer|tool|user)\s?:", re.IGNORECASE)
_HANDLE_LIKE = re.compile(r"\[([a-z]\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Neutralised:
    """``text`` may be shown to a model; ``found`` says what was put out of action, without its words."""

    text: str
    found: tuple[str, ...] = ()

    @property
    def report(self) -> RailReport | None:
        """What the log of the turn gets, or ``None`` where nothing was found."""
        return RailReport(NAME, Action.MASKED, ", ".join(self.found)) if self.found else None


def neutralise(text: str) -> Neutralised:
    """Drop the sentences of ``text`` that give orders to a model, marks of roles, and handles it has no right to.

    Only phrases decide here, never the classifier: a record keeps its words unless they are plainly an attack.
    """
    text = Characters()(text).text
    marks = sum(len(pattern.findall(text)) for pattern in (_COMMENT, _TAG, _ROLE_LINE))
    # A comment may hide half of an order; its marks become sentence ends, so that the order is seen whole.
    opened = _ROLE_LINE.sub(r"\1 -", _TAG.sub("\n", _COMMENT.sub("\n", text))) if marks else text
    kept: list[str] = []
    orders = 0
    for part in _PARTS.findall(opened):
        if injection.gives_orders(part):
            orders += 1
            kept.append(f"{REMOVED} ")
        else:
            kept.append(part)
    cleaned, handles = _HANDLE_LIKE.subn(r"(\1)", "".join(kept))
    counted = ((orders, "instructions"), (marks, "role marks"), (handles, "handles"))
    return Neutralised(cleaned, tuple(f"{count} {name}" for count, name in counted if count))


def clean(value: Any) -> tuple[Any, tuple[str, ...]]:
    """Neutralise every text in a tree of JSON values; returns the tree and what was found, without its words."""
    if isinstance(value, str):
        if len(value) < SHORTEST_ORDER:
            return value, ()
        result = neutralise(value)
        return (result.text, result.found) if result.found else (value, ())
    if isinstance(value, Mapping):
        pairs = {key: clean(inner) for key, inner in value.items()}
        return {key: inner for key, (inner, _) in pairs.items()}, tuple(f for _, found in pairs.values() for f in found)
    if isinstance(value, list | tuple):
        cleaned = [clean(inner) for inner in value]
        return [inner for inner, _ in cleaned], tuple(f for _, found in cleaned for f in found)
    return value, ()


def new_mark() -> str:
    """Return a mark for one turn that no text written before can hold."""
    return secrets.token_hex(6)


def mark_off(text: str, mark: str, *, source: str = "") -> str:
    """Return ``text`` between opening and closing marks; angle brackets inside become entities.

    So neither a guessed mark nor a tag can close it. ``source`` (a handle) is said in the opening mark.
    """
    label = f' source="{html.escape(source)}"' if source else ""
    inside = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace(mark, "")
    return f"<data-{mark}{label}>\n{inside}\n</data-{mark}>"


def as_data(text: str, mark: str, *, source: str = "") -> tuple[str, Verdict]:
    """Neutralise and mark off in one step; the verdict tells what was done, for the log."""
    result = neutralise(text)
    action = Action.MASKED if result.found else Action.PASSED
    return mark_off(result.text, mark, source=source), Verdict(action, result.text, detail=", ".join(result.found))
