"""Run the input rails over every message of a set and keep what they said."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from evaluation.describing import described
from evaluation.folder import Progress, no_progress, rest, writing
from evaluation.guardrails.sets import Judged, Label, Message
from evaluation.lines import read_lines, survey
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


def generate(
    set_path: Path, out: Path, progress: Progress = no_progress, rails: Sequence[InputRail] | None = None
) -> None:
    """Write ``generated.jsonl`` and ``config.json``; a run that was cut off goes on where it stopped.

    Raises ``SetError`` for a set with broken lines before anything is read, and ``RunError`` and ``OSError``.
    """
    used = input_rails(max_chars=MAX_CHARS) if rails is None else tuple(rails)
    summary = survey(set_path, Message)
    with writing(out, described("guardrails", set_path, summary, rails=[rail.name for rail in used])) as writer:
        screen(used, "jak zostać kucharzem")  # files are read once, before the clock runs
        for message in rest(read_lines(set_path, Message), summary.lines, writer, progress):
            writer.write(judge(message, used))


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
