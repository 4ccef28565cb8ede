"""Speed of the assistant: a cold command, a warm turn, memory; each beside a peer measured in the same run.

    python -m benchmarks.turns [--index DIR]

Peers: for the cold command a process that only imports LangGraph; for the turn a LangGraph graph of five steps
that do nothing, with the same checkpointer; for memory a process that has only imported the libraries.
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypedDict

from langgraph.graph import END, START, StateGraph

from assistant.answer import Request
from assistant.assemble import assemble
from assistant.memory import open_memory
from assistant.service import open_assistant
from ingest.snapshot import load
from retrieval import build_index, open_index

QUESTIONS = (
    "Jak zostać technikiem programistą?",
    "Co to jest INF.03?",
    "Kto wydaje certyfikat z druku 3D?",
    "Jaka jest różnica między kursem a kwalifikacją?",
    "Czy muszę mieć certyfikat, żeby być trenerem personalnym?",
    "Ile zarabia fryzjer?",
    "praca ze zwierzętami bez matury",
    "How do I become a programming technician?",
    "хочу працювати перукарем",
    "certyfikowany tester materacy",
    "ksiegowosc dla poczatkujacych",
    "Ile trwa technikum?",
)
ROUNDS = 5
COLD_RUNS = 5


class Nothing(TypedDict):
    """The state of the empty graph."""

    value: int


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--index", type=Path, help="an index that exists; without it one is built")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        root = parser.parse_args().index or data / "index"
        if not root.exists():
            build_index(load(), root)
        print(f"{'what':44}{'ours':>12}{'peer':>12}{'ratio':>8}")
        _cold(data, root)
        asyncio.run(_warm(data, root))


def _cold(data: Path, root: Path) -> None:
    (data / "home").mkdir()
    (data / "home" / "index").symlink_to(root.resolve())
    ask = [sys.executable, "-m", "ui", "ask", "Co to jest INF.03?"]
    ours = _seconds(ask, {"ZETERKA_DATA_DIR": str(data / "home")})
    peer = _seconds([sys.executable, "-c", "import langgraph.graph"], {})
    _row("cold `zeterka ask`, median of 5, s", ours, peer)


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    import os  # noqa: PLC0415

    times = []
    for _ in range(COLD_RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})  # noqa: S603
        times.append(time.perf_counter() - started)
    return statistics.median(times)


async def _warm(data: Path, root: Path) -> None:
    before = _megabytes()
    index = open_index(root)
    async with open_assistant(assemble(index), data / "memory") as assistant:

        async def turn(number: int) -> None:
            await assistant.answer(Request(message=QUESTIONS[number % len(QUESTIONS)]))

        ours = await _milliseconds(turn)
    after = _megabytes()
    async with open_memory(data / "peer.sqlite") as memory:
        graph = _empty_graph(memory)

        async def nothing(number: int) -> None:
            config = {"configurable": {"thread_id": str(number)}}
            await graph.ainvoke({"value": number}, config, durability="exit")

        peer = await _milliseconds(nothing)
    _row("warm embedded turn, p50, ms", statistics.median(ours), statistics.median(peer))
    _row("warm embedded turn, p95, ms", _p95(ours), _p95(peer))
    _row("memory after the turns, MB (peer: imports only)", after, before)


async def _milliseconds(run: Callable[[int], Awaitable[None]]) -> list[float]:
    for number in range(len(QUESTIONS)):
        await run(number)
    times = []
    for number in range(len(QUESTIONS) * ROUNDS):
        started = time.perf_counter()
        await run(number)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _empty_graph(memory: Any) -> Any:
    graph = StateGraph(Nothing)
    steps = ["screen", "converse", "act", "verify", "reply"]
    for step in steps:
        graph.add_node(step, _do_nothing)
    for first, second in zip([START, *steps], [*steps, END], strict=True):
        graph.add_edge(first, second)
    return graph.compile(checkpointer=memory)


async def _do_nothing(state: Nothing) -> Nothing:
    return {"value": state["value"] + 1}


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text("utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def _row(what: str, ours: float, peer: float) -> None:
    print(f"{what:44}{ours:12.2f}{peer:12.2f}{ours / peer:8.1f}")


if __name__ == "__main__":
    main()
