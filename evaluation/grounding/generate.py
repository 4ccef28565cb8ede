"""Run the output rails over every sentence of a set and keep what they said."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from evaluation.grounding.sets import Answered, Judged, read_set
from guardrails.frame import Action, OutputRail, Sentence, handles_of, verify
from guardrails.output import output_rails

# What these change in a sentence is wording, not what it claims.
_NOT_GROUNDING = frozenset({"wording"})


def generate(set_path: Path, out: Path, rails: Sequence[OutputRail] | None = None) -> None:
    """Write ``generated.jsonl`` and ``config.json`` for one set to ``out``; raises ``SetError`` and ``OSError``."""
    used = output_rails() if rails is None else tuple(rails)
    out.mkdir(parents=True, exist_ok=True)
    config = {"task": "grounding", "set": set_path.name, "rails": [rail.name for rail in used]}
    (out / "config.json").write_text(json.dumps(config, indent=1), "utf-8")
    with (out / "generated.jsonl").open("w", encoding="utf-8") as file:
        for answer in read_set(set_path):
            for judged in judge(answer, used):
                file.write(judged.model_dump_json() + "\n")


def judge(answer: Answered, rails: Sequence[OutputRail]) -> Iterator[Judged]:
    """Yield what the rails say of each sentence of one answer."""
    evidence = {record.handle: record.as_evidence() for record in answer.evidence}
    for labelled in answer.sentences:
        start = perf_counter()
        verified = verify(rails, Sentence(labelled.text, handles_of(labelled.text)), evidence)
        ms = (perf_counter() - start) * 1_000
        acted = [report for report in verified.reports if report.rail not in _NOT_GROUNDING]
        changed = [report for report in acted if report.action is not Action.PASSED]
        yield Judged(
            answer=answer.id,
            language=answer.language,
            text=labelled.text,
            supported=labelled.supported,
            error=labelled.error,
            stopped=bool(changed),
            rail=changed[-1].rail if changed else "",
            reason=changed[-1].detail if changed else "",
            ms=round(ms, 4),
        )
