"""How long a recommendation over a whole register takes: `python -m benchmarks.advice`.

The register is made up by copying the embedded records until there are as many as the real one has; copies carry
numbers in their names and tasks. 85 of 100 copies lose their statements and occupations, as degree programmes have
none. Ranking reads the table alone, so the large register is no index: the search for the wish is measured over the
embedded one (`python -m benchmarks retrieval` measures large indexes). Times are of the processor, so that other work
on the machine does not count.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from assistant.advice.interests import Profile
from assistant.advice.matching import Person, Table, Tables, rank, relevance, weights_of
from ingest.snapshot import load
from register.facts import LabourFact
from register.library import AnyRecord
from register.occupation import Occupation
from register.qualification import Qualification
from retrieval import build_index, open_index

RECORDS = 20_800
WITH_TEXT = 15
ROUNDS = 40
BOUND = 50
PEOPLE = (
    Person(wish="chcę robić strony internetowe"),
    Person(interests=Profile.of([80, 60, 20, 50, 20, 30]), level=4),
    Person(
        wish="praca ze zwierzętami",
        interests=Profile.of([80, 60, 20, 50, 20, 30]),
        skills=("pielęgnacja koni", "obsługa klienta", "mycie i strzyżenie włosów"),
        education=4,
    ),
)


def copies(records: list[AnyRecord], count: int) -> Iterator[AnyRecord]:
    """Yield the records and made-up copies of their qualifications until there are ``count`` qualifications."""
    yield from records
    originals = [record for record in records if isinstance(record, Qualification)]
    for number, record in enumerate(cycle(originals), start=1):
        if number > count - len(originals):
            return
        described = number % 100 < WITH_TEXT
        yield record.model_copy(
            update={
                "id": f"zrk:copy-{number}",
                "name": f"{record.name} {number}",
                "tasks": tuple(f"{task} wariant{number}" for task in record.tasks) if described else (),
                "outcome_sets": record.outcome_sets if described else (),
                "occupations": record.occupations if described else (),
            }
        )


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Return p50 and p95 of processor time in milliseconds."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append((process_time() - start) * 1_000)
    cuts = quantiles(times, n=100)
    return cuts[49], cuts[94]


def measure(table: Table, fits: Callable[[Person], Mapping[str, float]]) -> float:
    """Print one table: ranking the whole register for three people; return the worst p95 in milliseconds."""
    print(f"{len(table.rows)} qualifications: ranking, ms of the processor")
    print("person     p50    p95")
    worst = 0.0
    for number, person in enumerate(PEOPLE, start=1):
        p50, p95 = measured(partial(rank, table, person, fits(person), weights_of({})))
        print(f"{number:6d}  {p50:6.1f} {p95:6.1f}")
        worst = max(worst, p95)
    return worst


def main() -> None:
    """Measure the embedded register and one of full size, and say whether the bound holds."""
    records = list(load())
    with TemporaryDirectory() as folder:
        root = Path(folder) / "index"
        build_index(records, root)
        index = open_index(root)
        table = Tables(index).now()
        fits = {person.wish: relevance(index, table, person.wish) for person in PEOPLE}
        search = measured(partial(relevance, index, table, PEOPLE[-1].wish))
        print(f"search for the wish over the embedded register: p50 {search[0]:.1f} ms, p95 {search[1]:.1f} ms")
        measure(table, lambda person: fits[person.wish])
        worst = measure(_table(list(copies(records, RECORDS))), lambda person: fits[person.wish])
        index.close()
    kept = "yes" if worst <= BOUND else "no"
    print(f"over {RECORDS} qualifications p95 is at most {BOUND} ms: {kept} ({worst:.1f} ms)")


def _table(records: list[AnyRecord]) -> Table:
    start = perf_counter()
    table = Table.of(
        [record for record in records if isinstance(record, Qualification)],
        [record for record in records if isinstance(record, Occupation)],
        [record for record in records if isinstance(record, LabourFact)],
        date.today(),
    )
    print(f"table of the large register built in {perf_counter() - start:.1f} s")
    return table


if __name__ == "__main__":
    main()
