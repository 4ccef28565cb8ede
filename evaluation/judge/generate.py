"""Let the judge read a kept run, several times; a run that was cut off goes on where it stopped."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.models.served import ServedModel
from evaluation.cases import Case
from evaluation.describing import versions
from evaluation.folder import GENERATED, Progress, read_config, rest, writing
from evaluation.judge.frozen import prompt_hashes
from evaluation.judge.opening import importing_ragas
from evaluation.judge.sets import Verdict, place
from evaluation.judge.verdicts import NonsenseError
from evaluation.lines import survey
from evaluation.runs import RunError
from evaluation.scoring import read_cases
from retrieval.embedding import packaged

if TYPE_CHECKING:
    from evaluation.judge.measures import Measures

TASK, FOLDER = "judge", "judge"
JUDGED = ("answers", "conversations")


async def generate(run: Path, served: ServedModel, repetitions: int, every: int, progress: Progress) -> None:
    """Write ``judge/generated.jsonl`` and ``judge/config.json`` below ``run``.

    Raises ``RunError`` for a folder that is no run of answers or conversations or was judged otherwise, ``SetError``
    for broken lines, ``JudgeGoneError`` where the judge stops answering (what was judged is kept) and
    ``RagasMissingError``.
    """
    if (task := read_config(run).get("task")) not in JUDGED:
        raise RunError(f"{run} holds a run of {task}: the judge reads {' and '.join(JUDGED)}")
    summary = survey(run / GENERATED, Case)
    total = repetitions * math.ceil(summary.lines / every)
    with writing(run / FOLDER, _described(served, summary.sha256, repetitions, every)) as writer:
        measures = measures_of(served)
        for number, case in rest(_work(run, repetitions, every), total, writer, progress):
            writer.write(await judged(case, number, measures(number)))


def _work(run: Path, repetitions: int, every: int) -> Iterator[tuple[int, Case]]:
    for number in range(1, repetitions + 1):
        yield from ((number, case) for case in islice(read_cases(run), 0, None, every))


async def judged(case: Case, repetition: int, measures: "Measures") -> Verdict:
    """Judge one case once; raises ``JudgeGoneError``."""
    scores: dict[str, float] = {}
    failed: dict[str, str] = {}
    with measures.counted() as used:
        await _score(measures.of_case(case), 0, scores, failed)
        for number, played in enumerate(case.turns, 1):
            await _score(measures.of_turn(played), number, scores, failed)
    return Verdict(case=case.id, repetition=repetition, scores=scores, failed=failed, used=used)


async def _score(
    asked: Mapping[str, Awaitable[Any]], turn: int, scores: dict[str, float], failed: dict[str, str]
) -> None:
    """Ask for all at once; a reply that is no verdict fails its metric alone."""
    results = await asyncio.gather(*asked.values(), return_exceptions=True)
    for name, result in zip(asked, results, strict=True):
        if isinstance(result, NonsenseError):
            failed[place(name, turn)] = str(result)
        elif isinstance(result, BaseException):
            raise result
        elif not math.isnan(result.value):
            scores[place(name, turn)] = round(float(result.value), 4)


def measures_of(served: ServedModel) -> Callable[[int], "Measures"]:
    """Return what opens the measures of a repetition, each once; raises ``RagasMissingError``."""
    with importing_ragas():
        from evaluation.judge.measures import Measures  # noqa: PLC0415 - imports ragas
        from evaluation.judge.server import JudgeModel, OwnEmbedding  # noqa: PLC0415
    embedding = OwnEmbedding(packaged())
    return lru_cache(maxsize=1)(lambda repetition: Measures(JudgeModel(served, repetition), embedding))


def _described(served: ServedModel, sha256: str, repetitions: int, every: int) -> dict[str, Any]:
    """Return the configuration; never the key, and of the address only what the description holds."""
    told = served.description
    return {
        "task": TASK,
        "set": GENERATED,
        "set_sha256": sha256,
        "judge": {"name": told.name, "model": told.on_server, "temperature": told.temperature},
        "embedding": packaged().name,
        "repetitions": repetitions,
        "every": every,
        "prompts": prompt_hashes(),
        "versions": versions(("ragas", "openai")),
    }
