"""Playing scripted cases: every line is said in order, on a thread of its own."""

from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from evaluation.asking import Asker
from evaluation.cases import Case, Played, Script, ScriptedRow
from evaluation.describing import described
from evaluation.expectations import Expect
from evaluation.folder import Progress, Writer, rest, writing
from evaluation.lines import read_lines, survey
from retrieval import RecordIndex

if TYPE_CHECKING:
    from evaluation.bench import Bench

PREFIXES = frozenset({"zrk", "kzis", "esco", "inst", "labour", "fact"})


async def play_set(
    task: str, kind: type[ScriptedRow], set_path: Path, out: Path, bench: "Bench", progress: Progress
) -> None:
    """Write ``generated.jsonl`` and ``config.json``; a run that was cut off goes on where it stopped.

    Raises ``SetError`` for a set with broken lines before anything is asked, and ``RunError`` and ``OSError``.
    """
    summary = survey(set_path, kind)
    with writing(out, described(task, set_path, summary, **bench.described())) as writer:
        scripts = (one.script() for one in read_lines(set_path, kind))
        async with bench.asker() as asker:
            await play_all(scripts, summary.lines, writer, asker, bench.index, progress)


async def play_all(
    scripts: Iterable[Script], total: int, writer: Writer, asker: Asker, index: RecordIndex, progress: Progress
) -> None:
    """Play the cases that the run does not have yet, each on a thread of its own, and write them as they end."""
    for script in rest(scripts, total, writer, progress):
        writer.write(await play(script, asker, index))


async def play(script: Script, asker: Asker, index: RecordIndex) -> Case:
    """Say the lines of one case in order."""
    thread = f"eval-{uuid4().hex}"
    try:
        played = [turn async for turn in _turns(script, thread, asker, index)]
    finally:
        await asker.forget(thread)
    return Case(
        id=script.id,
        audience=script.audience or "",
        language=script.language,
        kind=script.kind,
        turns=tuple(played),
    )


async def _turns(script: Script, thread: str, asker: Asker, index: RecordIndex) -> AsyncIterator[Played]:
    said = ""
    for line in script.turns:
        turn = await asker.ask(line.user, thread, script.audience, script.asked_language, said)
        said = f"{said} {line.user}"
        yield Played(expect=line.expect, turn=turn, dead=tuple(dead_ids(line.expect, index)))


def dead_ids(expect: Expect, index: RecordIndex) -> Iterator[str]:
    """Yield expected record ids that no record has; a title is no id."""
    yield from (
        one for one in dict.fromkeys(expect.ids) if one.partition(":")[0] in PREFIXES and index.get(one) is None
    )
