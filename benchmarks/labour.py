"""Speed of a labour-market answer from the embedded figures, beside a plain search of the same index.

    python -m benchmarks.labour

The tool resolves the occupation, finds its figures and the general ones, applies the rules of age and writes the
evidence; the peer is one hybrid search for the same words.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from langchain_core.messages.tool import ToolCall

from assistant.assemble import assemble
from assistant.desk import Desk
from assistant.evidence import Handles
from ingest.snapshot import load
from retrieval import RecordIndex, build_index, open_index
from retrieval.protocol import SearchQuery

ASKED = (
    "fryzjer",
    "dekarz",
    "kzis:351203",
    "911201",
    "pracownik pomocniczy gastronomii",
    "technik spedytor",
    "kucharz",
)
TOPICS = ("pay", "demand")
ROUNDS = 40


def main() -> None:
    """Measure and print one table."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "index"
        build_index(load(), root)
        index = open_index(root)
        asyncio.run(_measure(index))
        index.close()


async def _measure(index: RecordIndex) -> None:
    box = assemble(index).toolbox
    tool, peer = [], []
    for number in range(ROUNDS):
        for name in ASKED:
            arguments = {"occupation": name, "topic": TOPICS[number % 2]}
            call = ToolCall(name="labour_market", args=arguments, id="c", type="tool_call")
            started = time.perf_counter()
            await box.call(call, Handles(), Desk())
            tool.append(time.perf_counter() - started)
            peer.append(_timed(lambda name=name: index.search(SearchQuery(name, limit=8))))  # type: ignore[misc]
    for label, times in (("labour_market", tool), ("one search", peer)):
        cut = statistics.quantiles(times, n=20)
        print(f"{label:<16} p50 {statistics.median(times) * 1000:6.2f} ms   p95 {cut[18] * 1000:6.2f} ms")
    print(f"ratio of the medians {statistics.median(tool) / statistics.median(peer):.2f}")


def _timed(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
