"""The assistant on the bench: what a run asks, opened for it and closed after it."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.context import TurnContext
from evaluation.asking import Asker, open_asker
from evaluation.describing import index_of
from evaluation.judging import rails_judge
from retrieval import RecordIndex

if TYPE_CHECKING:
    from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Bench:
    """An assembled assistant and the index it answers from."""

    context: TurnContext
    index: RecordIndex

    def described(self) -> dict[str, Any]:
        """Return what else decides the outcome of a run, for ``described``: prompts, models, rails, index."""
        return {
            "texts": self.context.prompts.folder,
            "models": [model.name for model in self.context.models],
            "input_rails": [rail.name for rail in self.context.input_rails],
            "output_rails": [rail.name for rail in self.context.output_rails(self.context.language)],
            "index": index_of(self.index.info),
        }

    @asynccontextmanager
    async def asker(self) -> AsyncIterator[Asker]:
        """Open the assistant; its memory is a folder of its own and is gone afterwards."""
        judge = rails_judge(self.context.prompts)
        with tempfile.TemporaryDirectory(prefix="zeterka-eval-") as folder:
            async with open_asker(self.context, Path(folder), judge) as asker:
                yield asker


@contextmanager
def open_bench(settings: "Settings") -> Iterator[Bench]:
    """Open the assistant as the settings ask for it; raises ``RecordIndexError`` and ``OSError``."""
    from ui.cli.progress import ProgressLine  # noqa: PLC0415 - the engine loads when it is measured
    from ui.desk import open_records, turn_context  # noqa: PLC0415

    index = open_records(settings, ProgressLine())
    try:
        yield Bench(turn_context(settings, index), index)
    finally:
        index.close()
