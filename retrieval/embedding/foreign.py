"""Any text model of fastembed: one of its list, or an ONNX export on disk."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from fastembed import TextEmbedding
from fastembed.common.model_description import ModelSource, PoolingType

from retrieval.embedding.base import EmbeddingError

# fastembed adds no prefixes: these models were trained with them.
_PREFIXES = {"e5": ("query: ", "passage: "), "mmlw": ("zapytanie: ", "")}
_MOST_TEXTS = 64


class FastembedEmbedder:
    """Runs a model by fastembed. With ``folder`` the model is read from disk and nothing is fetched."""

    def __init__(self, name: str, folder: Path | None = None, size: int | None = None) -> None:
        """Load the model; ``size`` describes one that fastembed does not list. Raises ``EmbeddingError``."""
        try:
            if folder is not None and name not in _listed():
                _describe(name, folder, size)
            where: dict[str, Any] = {"specific_model_path": str(folder)} if folder else {}
            self._model = TextEmbedding(name, **where)
            self._size = len(next(iter(self._model.embed(["x"]))))
        except Exception as error:  # fastembed and onnxruntime raise many kinds
            line = " ".join(str(error).split())[:200]
            raise EmbeddingError(f"the embedding {name} cannot be loaded: {line}") from error
        self._name = name
        matching = (pair for key, pair in _PREFIXES.items() if key in name.casefold())
        self._query_prefix, self._document_prefix = next(matching, ("", ""))

    @property
    def name(self) -> str:
        """The identity of the model."""
        return f"fastembed:{self._name}"

    @property
    def size(self) -> int:
        """The number of dimensions."""
        return self._size

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Embed texts of records."""
        return self._embed(self._document_prefix + text for text in texts)

    def query(self, text: str) -> list[float]:
        """Embed a question."""
        return self._embed([self._query_prefix + text])[0]

    def _embed(self, texts: Iterable[str]) -> list[list[float]]:
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return [vector.tolist() for vector in self._model.embed(clean, batch_size=_MOST_TEXTS)]


def _listed() -> set[str]:
    return {model["model"] for model in TextEmbedding.list_supported_models()}


def _describe(name: str, folder: Path, size: int | None) -> None:
    """Tell fastembed of a model on disk."""
    if not (folder / "model.onnx").is_file():
        raise EmbeddingError(f"no model.onnx in {folder}")
    TextEmbedding.add_custom_model(
        model=name,
        pooling=PoolingType.MEAN,
        normalization=True,
        sources=ModelSource(hf=name),
        dim=size or 1,
        model_file="model.onnx",
    )
