"""Run the input rails over every message of a set and keep what they said."""

import json
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from evaluation.guardrails.sets import Judged, Label, Message, read_set
from guardrails import InputRail, RailReport, input_rails, screen
from guardrails.frame import Action
from register.vocabulary import AnswerStatus

MAX_CHARS = 20_000
_OF_STATUS = {
    AnswerStatus.CRISIS_SUPPORT: Label.CRISIS,
    AnswerStatus.REFUSED_INJECTION: Label.INJECTION,
    AnswerStatus.REFUSED_ABUSE: Label.ABUSE,
    AnswerStatus.OUT_OF_SCOPE: Label.OUT_OF_SCOPE,
}
_MASKING = "personal_data"


def generate(set_path: Path, out: Path, rails: Sequence[InputRail] | None = None) -> None:
    """Write ``generated.jsonl`` and ``config.json`` for one set to ``out``; raises ``SetError`` and ``OSError``."""
    used = input_rails(max_chars=MAX_CHARS) if rails is None else tuple(rails)
    out.mkdir(parents=True, exist_ok=True)
    config = {"task": "guardrails", "set": set_path.name, "rails": [rail.name for rail in used]}
    (out / "config.json").write_text(json.dumps(config, indent=1), "utf-8")
    screen(used, "jak zostać kucharzem")  # files are read once, before the clock runs
    with (out / "generated.jsonl").open("w", encoding="utf-8") as file:
        for message in read_set(set_path):
            file.write(judge(message, used).model_dump_json() + "\n")


def judge(message: Message, rails: Sequence[InputRail]) -> Judged:
    """Return what the rails make of one message and how long they took."""
    start = perf_counter()
    screened = screen(rails, message.text)
    ms = (perf_counter() - start) * 1_000
    ended = screened.ended_by.status if screened.ended_by else None
    last = next(reversed(screened.reports), None)
    return Judged(
        id=message.id,
        text=message.text,
        lang=message.lang,
        kind=message.kind or "",
        label=message.label,
        verdict=_verdict(ended, screened.reports),
        rail=last.rail if last else "",
        detail=last.detail if last else "",
        spans=len(message.spans),
        keep=len(message.keep),
        missed=tuple(span for span in message.spans if span in screened.text),
        wronged=tuple(kept for kept in message.keep if kept not in screened.text),
        ms=round(ms, 4),
        noted=any(report.action is Action.NOTED for report in screened.reports),
    )


def _verdict(ended: AnswerStatus | None, reports: Sequence[RailReport]) -> Label:
    """The status that ended the turn says more than what was masked before it."""
    if ended in _OF_STATUS:
        return _OF_STATUS[ended]
    masked = any(report.rail == _MASKING for report in reports)
    return Label.PII if masked else Label.ALLOW
