"""Run the output rails over every sentence of a set and keep what they said."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from evaluation.describing import described
from evaluation.folder import Progress, no_progress, rest, writing
from evaluation.grounding.rails import road_rails
from evaluation.grounding.sets import Answered, Checked, Judged
from evaluation.lines import read_lines, survey
from evaluation.turns import Read
from guardrails.frame import Action, OutputRail, Sentence, handles_of, verify

# What these change in a sentence is wording, not what it claims.
_NOT_GROUNDING = frozenset({"wording"})


def generate(
    set_path: Path, out: Path, progress: Progress = no_progress, rails: Sequence[OutputRail] | None = None
) -> None:
    """Write ``generated.jsonl`` and ``config.json``; a run that was cut off goes on where it stopped.

    Raises ``SetError`` for a set with broken lines before anything is read, and ``RunError`` and ``OSError``.
    """
    used = road_rails() if rails is None else tuple(rails)
    summary = survey(set_path, Answered)
    with writing(out, described("grounding", set_path, summary, rails=[rail.name for rail in used])) as writer:
        for answer in rest(read_lines(set_path, Answered), summary.lines, writer, progress):
            writer.write(Checked(id=answer.id, sentences=tuple(judge(answer, used))))


def judge(answer: Answered, rails: Sequence[OutputRail]) -> Iterator[Judged]:
    """Yield what the rails say of each sentence of one answer."""
    evidence = {record.handle: record.as_evidence() for record in answer.evidence}
    read = tuple(
        Read(handle=one.handle, record_id=one.record_id, title=one.title, text=one.text) for one in evidence.values()
    )
    for number, labelled in enumerate(answer.sentences, 1):
        start = perf_counter()
        verified = verify(rails, Sentence(labelled.text, handles_of(labelled.text)), evidence)
        ms = (perf_counter() - start) * 1_000
        acted = [report for report in verified.reports if report.rail not in _NOT_GROUNDING]
        changed = [report for report in acted if report.action is not Action.PASSED]
        judged = Judged(
            answer=answer.id,
            number=number,
            language=answer.language,
            text=labelled.text,
            supported=labelled.supported,
            error=labelled.error,
            stopped=bool(changed),
            rail=changed[-1].rail if changed else "",
            reason=changed[-1].detail if changed else "",
            ms=round(ms, 4),
        )
        yield judged if judged.right else judged.model_copy(update={"evidence": read})
