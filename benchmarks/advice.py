"""How long a recommendation over a whole register takes: `python -m benchmarks.advice`.

The register is made up by copying the embedded records until there are as many as the real one has; copies carry
numbers in their names and tasks. 85 of 100 copies lose their statements and occupations, as degree programmes have
none. Times are of the processor, so that other work on the machine does not count.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from assistant.advice.interests import Profile
from assistant.advice.matching import Person, Tables, rank, relevance, weights_of
from ingest.snapshot import load
from register.library import AnyRecord
from register.qualification import Qualification
from retrieval import build_index, open_index

RECORDS = 20_800
WITH_TEXT = 15
ROUNDS = 40
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


def measure(root: Path) -> None:
    """Print one table over the index at ``root``: looking for the wish, and ranking the whole register."""
    index = open_index(root)
    start = perf_counter()
    table = Tables(index).now()
    print(f"{len(table.rows)} qualifications, table built in {perf_counter() - start:.1f} s")
    print("person   search p50  p95   ranking p50  p95 (ms)")
    for number, person in enumerate(PEOPLE, start=1):
        found = relevance(index, table, person.wish)
        search = measured(partial(relevance, index, table, person.wish))
        ranking = measured(partial(rank, table, person, found, weights_of({})))
        print(f"{number:6d}   {search[0]:10.1f} {search[1]:5.1f} {ranking[0]:12.1f} {ranking[1]:5.1f}")
    index.close()


def main() -> None:
    """Measure the embedded register and one of full size."""
    records = list(load())
    with TemporaryDirectory() as folder:
        for count in (0, RECORDS):
            root = Path(folder) / str(count)
            build_index(copies(records, count), root)
            measure(root)


if __name__ == "__main__":
    main()
