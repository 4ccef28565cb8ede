"""How long all input rails take together: `python -m benchmarks.guardrails`.

The processor's time is shown beside the clock's, which on a busy machine also counts waiting for others; a plain
loop timed before shows how fast the machine is at that moment.
"""

import random
from statistics import quantiles
from time import perf_counter, process_time

from guardrails import input_rails, screen
from guardrails.training.examples import read_examples

SIZES = (100, 500, 1_000, 4_000)
ROUNDS = 200


def plain_loop() -> float:
    """Return the milliseconds of the processor for work that does not change with the rails (the best of 20)."""
    times = []
    for _ in range(20):
        began = process_time()
        sum(number * number for number in range(10_000))
        times.append(process_time() - began)
    return min(times) * 1_000


def main() -> None:
    examples = read_examples()
    harmless = [example.text for example in examples if example.label == "allow"]
    chance = random.Random(1)  # noqa: S311 - a seeded choice, no secret
    rails = input_rails(max_chars=20_000)
    for text in harmless[:: len(harmless) // ROUNDS]:  # phrases are compiled when first met
        screen(rails, text)
    print(f"a loop over 10 000 squares: {plain_loop():.2f} ms of the processor")
    print("characters  p50 ms  p95 ms  p95 ms of the processor  messages that passed all rails")
    for size in SIZES:
        times, busy, passed = [], [], 0
        for _ in range(ROUNDS):
            text = ""
            while len(text) < size:
                text += chance.choice(harmless) + " "
            start, began = perf_counter(), process_time()
            screened = screen(rails, text[:size])
            times.append((perf_counter() - start) * 1_000)
            busy.append((process_time() - began) * 1_000)
            passed += screened.ended_by is None
        cuts = quantiles(times, n=100)
        print(f"{size:10d}  {cuts[49]:6.2f}  {cuts[94]:6.2f}  {quantiles(busy, n=100)[94]:6.2f}  {passed}/{ROUNDS}")


if __name__ == "__main__":
    main()
