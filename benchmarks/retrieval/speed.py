"""Speed at the register's true size: generated records (named so), 85 % short degree programmes.

Run: ``python -m benchmarks.retrieval.speed RECORDS_FOLDER [SIZE] [--no-local]``
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from register.library import AnyRecord, parse_json, parse_record
from retrieval import RecordIndex, SearchQuery, Server, build_index, open_index
from retrieval.analysis import analyse
from retrieval.conditions import Conditions
from retrieval.edge import layout, translate
from retrieval.edge.engine import EdgeEngine
from retrieval.embedding import packaged
from retrieval.fusion import default_fusion
from retrieval.queries import query_vectors

REGISTER = 20_800
QUESTIONS = (
    "technik programista",
    "praca ze zwierzętami bez matury",
    "kurs na spawacza",
    "ksiegowosc dla poczatkujacych",
    "INF 04",
    "programistka gier",
    "szkolenie z obsługi drukarek 3D",
    "I want to work with children",
    "хочу працювати перукарем",
    "czym się różni kurs od kwalifikacji",
    "opieka nad starszymi ludźmi",
    "logistyka i transport",
    "fryzjrka damska",
    "technologia żywności studia",
    "kto wydaje certyfikaty wolnorynkowe",
)


def real(folder: Path) -> list[AnyRecord]:
    return [parse_json(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_bytes().splitlines()]


def generated(records: list[AnyRecord], size: int) -> Iterator[AnyRecord]:
    """Made-up degree programmes from words of real names, until there are ``size`` records."""
    draw = random.Random(7)  # noqa: S311
    words = sorted({word for record in records for word in record.name.split() if len(word) > 3})
    base = {
        "record_type": "qualification",
        "kind": "full",
        "category": "degree",
        "url": "https://example.org/wygenerowany",
        "provenance": [{"sources": ["generated"], "confidence": "own", "retrieved": "2026-11-20"}],
    }
    for number in range(max(size - len(records), 0)):
        name = " ".join(draw.choices(words, k=draw.randint(2, 6))) + f", kierunek wygenerowany {number}"
        yield parse_record({**base, "id": f"zrk:wygenerowany-{number}", "name": name, "prk_level": draw.randint(6, 7)})


def percentiles(call: Callable[[str], object], rounds: int = 20) -> tuple[float, float]:
    times = []
    for question in QUESTIONS:
        call(question)
    for turn in range(rounds):
        for question in QUESTIONS:
            # A changed end keeps caches of whole questions from answering.
            start = time.perf_counter()
            call(f"{question} {turn}")
            times.append((time.perf_counter() - start) * 1_000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def bare(folder: Path) -> Callable[[str], object]:
    """The engine alone: the request is ready."""
    engine = EdgeEngine(folder, packaged())
    ready = {}
    for question in QUESTIONS:
        for turn in range(20):
            text = f"{question} {turn}"
            vectors = query_vectors(analyse(text), engine)
            ready[text] = translate.fused(vectors, Conditions(), 10, default_fusion())
        ready[question] = ready[f"{question} 0"]
    return lambda text: engine._shard.query(ready[text])


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def megabytes(folder: Path) -> float:
    """What the files take on disk: Qdrant's are sparse."""
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file()) / 1e6


COLD = """
import sys, time; cpu = time.process_time; started = cpu(), time.perf_counter()
from pathlib import Path
from retrieval import SearchQuery, open_index
loaded = cpu(); index = open_index(Path(sys.argv[1])); opened = cpu()
index.search(SearchQuery("technik programista")); found = cpu()
wall = time.perf_counter() - started[1]
print(f"{loaded - started[0]:.3f} + {opened - loaded:.3f} + {found - opened:.3f}; wall {wall:.3f}")
"""


def cold(root: Path, compiled: Path) -> str:
    """Seconds of a new process; the modules are compiled, as pip leaves them."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", COLD, str(root)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603
        for _ in range(3)
    ]
    return runs[-1].stdout.strip()


def main(folder: Path, size: int = REGISTER, *, local: bool = True) -> None:
    records = real(folder)
    everything = [*records, *generated(records, size)]
    print(
        f"\n## Speed: {len(everything)} records, {len(everything) - len(records)} of them generated\n\n| | |\n|---|---|"
    )
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        row("full build, s", timed(lambda: build_index(everything, root)))
        changed = max(len(everything) // 100, 1)
        after = [
            *everything[:-changed],
            *(one.model_copy(update={"name": f"{one.name} bis"}) for one in everything[-changed:]),
        ]
        row("rebuild with 1 % changed, s", timed(lambda: build_index(after, root)))
        snapshot = layout.current(root)
        row("index on disk, MB", megabytes(snapshot))
        row("opening a snapshot, s", timed(lambda: EdgeEngine(snapshot, packaged())))
        row("cold process, CPU s: imports + opening + first search", cold(root, root / "compiled"))
        index = open_index(root)
        ours = percentiles(searching(index))
        row("search p50 / p95, ms", f"{ours[0]:.2f} / {ours[1]:.2f}")
        engine = percentiles(bare(snapshot))
        row("bare engine call p50 / p95, ms", f"{engine[0]:.2f} / {engine[1]:.2f}")
        row("search against the bare call, p50", ours[0] / engine[0])
        row("memory of this process, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000)
    if local:
        server = Server(":memory:", collection="speed")
        row("qdrant-client local mode: build, s", timed(lambda: build_index(everything, server)))
        slow = percentiles(searching(open_index(server)), rounds=1)
        row("qdrant-client local mode: p50 / p95, ms", f"{slow[0]:.1f} / {slow[1]:.1f}")
        row("local mode against ours, p50", slow[0] / ours[0])


def searching(index: RecordIndex) -> Callable[[str], object]:
    return lambda text: index.search(SearchQuery(text))


def row(name: str, value: float | str) -> None:
    print(f"| {name} | {value if isinstance(value, str) else f'{value:.2f}'} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else REGISTER, local="--no-local" not in sys.argv)
