"""The static model: a table of token vectors, a text is the mean of its tokens.

The table lies beside ``model.onnx`` as its external data, so that fastembed runs the model as any other,
while the default path reads the same bytes without importing an inference engine (1.3 s of a cold start).
"""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, PositiveInt, ValidationError

from retrieval.embedding.base import EmbeddingError

PACKAGED = "zeterka-static"
_QUERIES_REMEMBERED = 1_024


class ModelConfig(BaseModel):
    """The part of ``config.json`` that this reader needs; ``version`` names the training run."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: str
    hidden_size: PositiveInt
    vocab_size: PositiveInt
    pad_token_id: int
    unk_token_id: int


class StaticEmbedder:
    """Reads a model folder. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Open ``folder``; raises ``EmbeddingError``."""
        self._folder = folder
        try:
            self._config = ModelConfig.model_validate_json((folder / "config.json").read_bytes())
            self._table: NDArray[np.int8] = np.fromfile(folder / "vectors.bin", np.int8).reshape(
                self._config.vocab_size, self._config.hidden_size
            )
            self._scales: NDArray[np.float32] = np.fromfile(folder / "scales.bin", np.float32)
        except (OSError, ValueError, ValidationError) as error:
            raise EmbeddingError(f"the embedding in {folder} cannot be read: {_line(error)}") from error
        self._remembered = lru_cache(maxsize=_QUERIES_REMEMBERED)(self._embed_one)

    @property
    def name(self) -> str:
        """The identity of the model."""
        return f"{PACKAGED}:{self._config.version}"

    @property
    def size(self) -> int:
        """The number of dimensions."""
        return self._config.hidden_size

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Embed texts of records."""
        encoded = self._tokenizer.encode_batch(list(map(_clean, texts)), add_special_tokens=False)
        return [self._mean(found.ids).tolist() for found in encoded]

    def query(self, text: str) -> list[float]:
        """Embed a question."""
        return list(self._remembered(text))

    def _embed_one(self, text: str) -> tuple[float, ...]:
        ids = self._tokenizer.encode(_clean(text), add_special_tokens=False).ids
        return tuple(self._mean(ids).tolist())

    def _mean(self, ids: list[int]) -> NDArray[np.float32]:
        """Average the vectors of the known tokens and scale to unit length."""
        dull = (self._config.pad_token_id, self._config.unk_token_id)
        known = [token for token in ids if token not in dull]
        if not known:
            return np.zeros(self.size, np.float32)
        mean = (self._table[known] * self._scales[known, None]).mean(0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer  # noqa: PLC0415 - loaded with the first text

        try:
            tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        except Exception as error:  # the library raises bare Exception
            raise EmbeddingError(f"the tokenizer in {self._folder} cannot be read: {_line(error)}") from error
        tokenizer.no_padding()
        return tokenizer


@cache
def packaged() -> StaticEmbedder:
    """Return the model shipped with the package."""
    with as_file(files("retrieval.embedding") / "model") as folder:
        return StaticEmbedder(folder)


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
