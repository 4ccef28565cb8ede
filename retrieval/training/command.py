"""``zeterka train embedding``: pairs → tokenizer → vectors → model folder with its card."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from register.library import AnyRecord, parse_json
from retrieval.embedding import StaticEmbedder
from retrieval.progress import Progress, silent
from retrieval.training.card import write_card
from retrieval.training.export import export
from retrieval.training.measure import measure
from retrieval.training.optimise import Examples, Recipe, train
from retrieval.training.texts import Pair, TrainingDataError, read_pairs
from retrieval.training.tokens import read_tokenizer, token_ids, train_tokenizer

PIECES = 8_000
_LONGEST = 128


@dataclass(frozen=True, slots=True)
class Training:
    """How to train: a folder of our own records to learn from too, a kept tokenizer to start from, the recipe.

    With a tokenizer a run gives the same model each time on one machine; without, a new one is trained.
    """

    records: Path | None = None
    tokenizer: Path | None = None
    recipe: Recipe = field(default_factory=Recipe)


def train_embedding(data: Path, out: Path, training: Training | None = None, *, progress: Progress = silent) -> str:
    """Train on ``data`` (folders ``esco`` and ``kzis``), write a model folder to ``out``, return its version.

    Raises ``TrainingDataError``.
    """
    how = training or Training()
    pairs = read_pairs(data, _records(how.records) if how.records else ())
    chosen = how.recipe
    if len(pairs) < chosen.batch:
        raise TrainingDataError(f"{data} gives {len(pairs)} pairs; training needs at least {chosen.batch}")
    progress("tokenizer", 0, 1)
    if how.tokenizer:
        tokenizer = read_tokenizer(how.tokenizer)
    else:
        tokenizer = train_tokenizer((text for pair in pairs for text in (pair.left, pair.right)), PIECES)
    progress("tokenizer", 1, 1)
    left = token_ids(tokenizer, [pair.left for pair in pairs])
    right = token_ids(tokenizer, [pair.right for pair in pairs])
    examples = _examples(pairs, left, right)
    table = train(examples, tokenizer.get_vocab_size(), chosen, lambda step, steps, _: progress("train", step, steps))
    version = export(table, tokenizer, out)
    write_card(out, version, len(pairs), asdict(chosen), measure(StaticEmbedder(out), data))
    return version


def _examples(pairs: Sequence[Pair], left: Sequence[list[int]], right: Sequence[list[int]]) -> Examples:
    """Leave out pairs of which a side has no known token."""
    kept = [place for place in range(len(pairs)) if left[place] and right[place]]
    return Examples(
        [np.array(left[place][:_LONGEST], dtype=np.int32) for place in kept],
        [np.array(right[place][:_LONGEST], dtype=np.int32) for place in kept],
        _numbered(pairs[place].concept for place in kept),
        _numbered(pairs[place].group for place in kept),
    )


def _numbered(names: Iterable[str]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)


def _records(folder: Path) -> list[AnyRecord]:
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise TrainingDataError(f"{folder} holds no records (*.jsonl)")
    return [parse_json(line) for path in paths for line in path.read_text("utf-8").splitlines() if line]
