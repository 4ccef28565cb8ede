"""What our road adds to a model server's own time, measured against the stand-in in the same run.

    python -m benchmarks.models [--index DIR] [--conversations N]

The stand-in runs in a process of its own and speaks at a set pace. The peer is the bare protocol: the same two
requests with ``httpx``, each event read as it comes, nothing checked. Added time is ours minus the peer's.

Conversations at once are measured twice: each at its own pace, as people read, think and write between two turns,
and all in the same instant, which is a queue of as many turns as there are conversations.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import yaml

from assistant.answer import Answer, DoneEvent, Request, SentenceEvent
from assistant.assemble import assemble
from assistant.context import Limits, NamedModel
from assistant.models.description import ModelDescription, Patience
from assistant.models.growing import GrowingText
from assistant.models.served import open_models
from assistant.service import Assistant, open_assistant
from ingest.snapshot import load
from retrieval import RecordIndex, build_index, open_index

QUESTION = "Co to jest INF.03?"
RECORD = "„Tworzenie i administrowanie stronami i aplikacjami internetowymi oraz bazami danych”"
SAID = (
    f"INF.03 to kod kwalifikacji cząstkowej {RECORD} [@INF.03]. Kwalifikacja obejmuje projektowanie stron "
    "internetowych i baz danych oraz programowanie aplikacji działających w sieci [@INF.03]. Wchodzi w skład dwóch "
    "zawodów: technik informatyk i technik programista [@INF.03]."
)
CALL = {"calls": [{"name": "get_qualification", "arguments": {"id": "INF.03"}}]}
PACE = 20.0
SECONDS_BETWEEN = 20.0
"""Mean time from the end of an answer to the next question: fifty words are read in fifteen seconds (200 a minute)."""
TURNS_EACH = 3
ROUNDS = 12
PATIENCE = Patience(connect=30, first_token=60, total=90)  # a busy machine is not what is measured


@dataclass(frozen=True)
class Times:
    """Seconds from the question to the first whole sentence and to the end."""

    first: float
    whole: float


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--index", type=Path, help="an index that exists; without it one is built")
    parser.add_argument("--conversations", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        root = given.index or data / "index"
        if not root.exists():
            build_index(load(), root)
        print(
            f"{platform.machine()}, {platform.processor() or 'processor unknown'}, Python {platform.python_version()}"
        )
        print(f"{'what':58}{'ours':>10}{'bare':>10}{'added':>10}{'goal':>10}")
        asyncio.run(_all(data, open_index(root), given.conversations))


async def _all(data: Path, index: RecordIndex, conversations: int) -> None:
    with _serving(data, 60.0, SAID) as url:
        async with _ours(index, data / "one", url) as assistant:
            await _turn(assistant)
            await _bare(url)
            pairs = [(await _turn(assistant), await _bare(url)) for _ in range(ROUNDS)]
    ours, bare = zip(*((mine, peer) for (mine, _), peer in pairs), strict=True)
    first, first_bare = (statistics.median(one.first for one in times) * 1000 for times in (ours, bare))
    _row("first verified sentence, p50, ms (60 tokens/s)", first, first_bare, "≤ 30")
    whole, whole_bare = (statistics.median(one.whole for one in times) * 1000 for times in (ours, bare))
    _row("whole answer, p50, ms (60 tokens/s)", whole, whole_bare, "≤ 5 %", f"{whole / whole_bare - 1:.1%}")
    await _together(data, index, conversations)
    await _falling_back(data, index)


async def _together(data: Path, index: RecordIndex, conversations: int) -> None:
    with _serving(data, PACE, SAID) as url:
        peer = await _bare(url)
        async with _ours(index, data / "many", url) as assistant:
            await _turn(assistant)
            chance = random.Random(7)  # noqa: S311 - pauses, no secret
            pauses = [
                [chance.expovariate(1 / SECONDS_BETWEEN) for _ in range(TURNS_EACH)] for _ in range(conversations)
            ]
            kept = await asyncio.gather(*(_conversation(assistant, mine) for mine in pauses))
            _crowd(f"{conversations} conversations", [turn for turns in kept for turn in turns], peer)
            burst = await asyncio.gather(*(_turn(assistant) for _ in range(conversations)))
            _crowd(f"{conversations} in one instant", list(burst), peer)


async def _conversation(assistant: Assistant, pauses: list[float]) -> list[tuple[Times, Answer]]:
    turns = []
    for pause in pauses:
        await asyncio.sleep(pause)
        turns.append(await _turn(assistant))
    return turns


def _crowd(name: str, results: list[tuple[Times, Answer]], peer: Times) -> None:
    faults = [answer for _, answer in results if answer.fallback or answer.status != "answered"]
    for what, seen in (("first sentence", [t.first for t, _ in results]), ("whole", [t.whole for t, _ in results])):
        base = peer.first if what == "first sentence" else peer.whole
        _row(f"{name}: {what}, p95, ms", _p95(seen) * 1000, base * 1000, "≤ 250")
    print(f"{name + ': answers that failed or fell back':58}{len(faults):10}{'':10}{'':10}{'0':>10}")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name + ': memory at its highest, MB':58}{megabytes:10.0f}{'':10}{'':10}{'≤ 1024':>10}")


async def _falling_back(data: Path, index: RecordIndex) -> None:
    """From the moment the connection breaks, which the peer sees too, to the end of the answer."""
    with _serving(data, 0.0, SAID, cut_after=45) as url:
        async with _ours(index, data / "fall", url) as assistant:
            costs = []
            for _ in range(ROUNDS):
                mine, answer = await _turn(assistant)
                peer = await _bare(url)
                assert answer.fallback, "the stand-in was to break off"
                costs.append((mine.whole, peer.whole))
    mine, peer = (statistics.median(times) * 1000 for times in zip(*costs[1:], strict=True))
    _row("falling back after the connection broke, p50, ms", mine, peer, "≤ 100")


async def _turn(assistant: Assistant) -> tuple[Times, Answer]:
    began, first = time.perf_counter(), 0.0
    async for event in assistant.stream(Request(message=QUESTION)):
        if isinstance(event, SentenceEvent) and not first:
            first = time.perf_counter() - began
        if isinstance(event, DoneEvent):
            return Times(first, time.perf_counter() - began), event.answer
    raise AssertionError("a turn without an end")


async def _bare(url: str) -> Times:
    """Two requests over the bare protocol: the call of the tool, then the answer."""
    began, first = time.perf_counter(), 0.0
    asked: list[dict[str, Any]] = [{"role": "user", "content": QUESTION}]
    growing = GrowingText()
    async with httpx.AsyncClient(timeout=120) as client:
        calls = [event async for event in _events(client, url, asked)]
        call = next(d["tool_calls"][0] for e in calls if (d := e["choices"][0]["delta"]).get("tool_calls"))
        call = {"id": call["id"], "type": "function", "function": {"name": "get_qualification", "arguments": "{}"}}
        result = {"role": "tool", "tool_call_id": call["id"], "content": "[q1] INF.03"}
        asked += [{"role": "assistant", "content": None, "tool_calls": [call]}, result]
        try:
            async for event in _events(client, url, asked):
                words = event["choices"][0]["delta"].get("content") or ""
                if growing.add(words) and not first:
                    first = time.perf_counter() - began
        except httpx.RemoteProtocolError:
            pass
    return Times(first, time.perf_counter() - began)


async def _events(client: httpx.AsyncClient, url: str, messages: list[dict[str, Any]]) -> AsyncIterator[dict[str, Any]]:
    body = {"model": "standin", "messages": messages, "stream": True}
    async with client.stream("POST", f"{url}/chat/completions", json=body) as response:
        async for line in response.aiter_lines():
            if line.startswith("data: {"):
                yield json.loads(line[6:])


@asynccontextmanager
async def _ours(index: RecordIndex, folder: Path, url: str) -> AsyncIterator[Assistant]:
    (served,) = open_models([ModelDescription(name="standin", url=url, patience=PATIENCE)])
    context = assemble(index, models=(NamedModel("standin", served.chat, served),), limits=Limits(seconds=120))
    async with open_assistant(context, folder) as assistant:
        yield assistant


@contextmanager
def _serving(data: Path, pace: float, text: str, cut_after: int | None = None) -> Any:
    """Run the stand-in in a process of its own; it ends by itself, should nobody end it."""
    path = data / "transcript.yaml"
    turn = {"user": QUESTION, "replies": [CALL, {"text": text, "cut_after": cut_after}]}
    path.write_text(yaml.safe_dump({"about": "speed", "server": {"tokens_per_second": pace}, "turns": [turn]}), "utf-8")
    command = [sys.executable, "-m", "openai_standin", str(path), "--port", "0", "--for", "600"]
    place = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "tests" / "servers")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=place) as process:  # noqa: S603
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[0]
        finally:
            process.terminate()


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _row(what: str, ours: float, bare: float, goal: str, added: str = "") -> None:
    print(f"{what:58}{ours:10.1f}{bare:10.1f}{added or f'{ours - bare:.1f}':>10}{goal:>10}")


if __name__ == "__main__":
    main()
