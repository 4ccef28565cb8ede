"""Metrics of ragas that need no model, over the kept turns of a run; ragas itself is an extra and loads when asked.

ragas 0.4: the id-based metrics are of its older make (``single_turn_ascore``), the others are ``metrics.collections``
and are awaited one by one, as ``evaluate()`` refuses them. Its telemetry is switched off before it is imported.
chrF (Popović, WMT 2015; sacrebleu's defaults) compares with the reference answers that some lines of the sets have.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.cases import Played
from evaluation.expectations import Expect
from evaluation.judge.opening import importing_ragas
from evaluation.matching import folded, folded_part
from evaluation.metrics.answers import plain
from evaluation.metrics.ratio import NOTHING, Ratio, Tally
from evaluation.scoring import read_cases
from evaluation.turns import Turn

Measure = Callable[[Expect, Turn], Awaitable[Ratio]]


@dataclass(frozen=True, slots=True)
class RagasFree:
    """The metrics, opened once; ``ratios`` gives those that a turn has something for."""

    measures: dict[str, Measure]

    async def ratios(self, played: Played) -> dict[str, Ratio]:
        """Return each metric of one turn as (value, 1), or as nothing where the turn gives it nothing to measure."""
        return {name: await measure(played.expect, played.turn) for name, measure in self.measures.items()}


async def scores_of_run(run: Path, opened: RagasFree) -> dict[str, float]:
    """Return each metric's mean over the turns of a kept run; raises ``SetError``."""
    tally = Tally()
    for case in read_cases(run):
        for played in case.turns:
            tally.add(await opened.ratios(played))
    return tally.shares()


def open_ragas() -> RagasFree:
    """Import ragas and return its metrics; raises ``RagasMissingError``."""
    with importing_ragas():
        from ragas.metrics import IDBasedContextPrecision, IDBasedContextRecall  # noqa: PLC0415
        from ragas.metrics.collections import (  # noqa: PLC0415
            CHRFScore,
            QuotedSpansAlignment,
            StringPresence,
            ToolCallAccuracy,
            ToolCallF1,
        )

        tools = (ToolCallAccuracy(strict_order=False), ToolCallF1())
        contexts = (IDBasedContextPrecision(), IDBasedContextRecall())
    return RagasFree(
        {
            "ragas_context_precision_by_id": _contexts(contexts[0]),
            "ragas_context_recall_by_id": _contexts(contexts[1]),
            "ragas_tool_call_accuracy": _tools(tools[0]),
            "ragas_tool_call_f1": _tools(tools[1]),
            "ragas_quoted_spans": _quotes(QuotedSpansAlignment()),
            "ragas_string_presence": _strings(StringPresence()),
            "ragas_chrf": _chrf(CHRFScore()),
        }
    )


def _contexts(metric: Any) -> Measure:
    async def measure(expect: Expect, turn: Turn) -> Ratio:
        from ragas import SingleTurnSample  # noqa: PLC0415

        if not expect.ids or not turn.evidence:
            return NOTHING
        read = [one.record_id for one in turn.evidence]
        sample = SingleTurnSample(retrieved_context_ids=read, reference_context_ids=list(expect.ids))
        return float(await metric.single_turn_ascore(sample)), 1.0

    return measure


def _tools(metric: Any) -> Measure:
    """Names alone are compared: the sets name tools and leave their arguments to the assistant."""

    async def measure(expect: Expect, turn: Turn) -> Ratio:
        from ragas.messages import AIMessage, HumanMessage, ToolCall  # noqa: PLC0415

        if not expect.tools:
            return NOTHING
        made = [ToolCall(name=name, args={}) for name in dict.fromkeys(turn.tools)]
        said = [HumanMessage(content=turn.message), AIMessage(content=turn.text, tool_calls=made)]
        wanted = [ToolCall(name=name, args={}) for name in expect.tools]
        result = await metric.ascore(user_input=said, reference_tool_calls=wanted)
        return float(result.value), 1.0

    return measure


def _quotes(metric: Any) -> Measure:
    async def measure(expect: Expect, turn: Turn) -> Ratio:  # noqa: ARG001 - the shape of a measure
        if not turn.evidence or not any(mark in turn.text for mark in '"„“”'):
            return NOTHING
        # It knows straight and English quotes; Polish ones open below.
        said = turn.text.replace("„", '"').replace("”", '"').replace("“", '"')
        contexts = [f"{one.title} {one.text}" for one in turn.evidence]
        return float((await metric.ascore(response=said, retrieved_contexts=contexts)).value), 1.0

    return measure


def _strings(metric: Any) -> Measure:
    async def measure(expect: Expect, turn: Turn) -> Ratio:
        wanted = [one for one in expect.contains if isinstance(one, str)]
        if not wanted or not turn.text:
            return NOTHING
        said = folded(turn.text)
        found = [float((await metric.ascore(reference=folded_part(one), response=said)).value) for one in wanted]
        return sum(found), float(len(found))

    return measure


def _chrf(metric: Any) -> Measure:
    async def measure(expect: Expect, turn: Turn) -> Ratio:
        said = plain(turn) or turn.text
        if not expect.reference or not said:
            return NOTHING
        return float((await metric.ascore(reference=expect.reference, response=said)).value), 1.0

    return measure
