"""How long all input rails take together: `python -m benchmarks.guardrails`."""

import random
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import guardrails
from guardrails import input_rails, screen
from guardrails.training import read_examples

SIZES = (100, 500, 1_000, 4_000)
ROUNDS = 300


def main() -> None:
    examples = read_examples(Path(guardrails.__file__).parent / "data" / "training")
    harmless = [example.text for example in examples if example.label == "allow"]
    chance = random.Random(1)  # noqa: S311 - a seeded choice, no secret
    rails = input_rails(max_chars=20_000)
    screen(rails, "rozgrzewka")
    print("characters  p50 ms  p95 ms  messages that passed all rails")
    for size in SIZES:
        times, passed = [], 0
        for _ in range(ROUNDS):
            text = ""
            while len(text) < size:
                text += chance.choice(harmless) + " "
            start = perf_counter()
            screened = screen(rails, text[:size])
            times.append((perf_counter() - start) * 1_000)
            passed += screened.ended_by is None
        cuts = quantiles(times, n=100)
        print(f"{size:10d}  {cuts[49]:6.2f}  {cuts[94]:6.2f}  {passed}/{ROUNDS}")


if __name__ == "__main__":
    main()
