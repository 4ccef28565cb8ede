"""Put every case of a set to the assistant and keep what it said."""

from pathlib import Path

from evaluation.answers.sets import Question
from evaluation.bench import Bench
from evaluation.describing import described
from evaluation.folder import writing
from evaluation.lines import read_lines, survey
from evaluation.playing import Progress, play_all

TASK = "answers"


async def generate(set_path: Path, out: Path, bench: Bench, progress: Progress) -> None:
    """Write ``generated.jsonl`` and ``config.json``; a run that was cut off goes on where it stopped.

    Raises ``SetError`` for a set with broken lines before anything is asked, and ``RunError`` and ``OSError``.
    """
    summary = survey(set_path, Question)
    config = described(TASK, set_path, summary, **bench.described())
    with writing(out, config) as writer:
        scripts = (one.script() for one in read_lines(set_path, Question))
        async with bench.asker() as asker:
            await play_all(scripts, summary.lines, writer, asker, bench.index, progress)
