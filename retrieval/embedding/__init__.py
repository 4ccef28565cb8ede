"""Dense vectors of texts: the static model shipped with the package, or any model that fastembed runs."""

from pathlib import Path

from retrieval.embedding.base import Embedder, EmbeddingError
from retrieval.embedding.static import PACKAGED, StaticEmbedder, packaged

__all__ = ["PACKAGED", "Embedder", "EmbeddingError", "StaticEmbedder", "load_embedder", "packaged"]


def load_embedder(name: str = PACKAGED, folder: Path | None = None) -> Embedder:
    """Return the embedder called ``name``: the packaged one, or one that fastembed runs.

    Raises ``EmbeddingError`` when the model is not there or cannot be loaded.
    """
    if name == PACKAGED:
        return packaged()
    from retrieval.embedding.foreign import FastembedEmbedder  # noqa: PLC0415 - importing fastembed costs a second

    return FastembedEmbedder(name, folder)
