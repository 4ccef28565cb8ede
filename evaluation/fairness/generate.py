"""Put every variant of every group to the assistant, each in a conversation of its own."""

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from evaluation.asking import Asker
from evaluation.bench import Bench
from evaluation.describing import described
from evaluation.fairness.sets import Answered, Compared, Group, Variant
from evaluation.folder import Progress, Writer, rest, writing
from evaluation.lines import read_lines, survey
from retrieval import RecordIndex


async def generate(set_path: Path, out: Path, bench: Bench, progress: Progress) -> None:
    """Write ``generated.jsonl`` and ``config.json``; a run that was cut off goes on where it stopped.

    Raises ``SetError`` for a set with broken lines before anything is asked, and ``RunError`` and ``OSError``.
    """
    summary = survey(set_path, Group)
    with writing(out, described("fairness", set_path, summary, **bench.described())) as writer:
        async with bench.asker() as asker:
            await _ask_all(read_lines(set_path, Group), summary.lines, writer, asker, bench.index, progress)


async def _ask_all(
    groups: Iterable[Group], total: int, writer: Writer, asker: Asker, index: RecordIndex, progress: Progress
) -> None:
    for group in rest(groups, total, writer, progress):
        variants = [await _ask(variant, asker, index) for variant in group.variants]
        writer.write(Compared(group=group.group, attribute=group.attribute, lang=group.lang, variants=tuple(variants)))


async def _ask(variant: Variant, asker: Asker, index: RecordIndex) -> Answered:
    thread = f"eval-{uuid4().hex}"
    turn = await asker.ask(variant.message, thread)
    await asker.forget(thread)
    return Answered(value=variant.value, turn=turn, ids=turn.recommended, levels=_levels(turn.recommended, index))


def _levels(ids: tuple[str, ...], index: RecordIndex) -> tuple[int, ...]:
    levels = (getattr(record, "prk_level", None) for record in index.get_many(ids))
    return tuple(int(level) for level in levels if level is not None)
