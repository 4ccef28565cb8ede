"""How well a model finds ESCO occupations by alternative labels that it was not trained on."""

from pathlib import Path

import numpy as np

from retrieval.embedding import Embedder
from retrieval.training.texts import esco_concepts, share_of


def measure(embedder: Embedder, data: Path) -> dict[str, float]:
    """Return the MRR over all ESCO occupations, by part (``dev``, ``test``) and language of the question."""
    polish = esco_concepts(data / "esco", "pl", ("occupations",))
    english = esco_concepts(data / "esco", "en", ("occupations",))
    if not polish:
        return {}
    places = {uri: place for place, uri in enumerate(polish)}
    labels = np.array(embedder.documents([concept.label for concept in polish.values()]))
    found: dict[str, float] = {}
    for part in ("dev", "test"):
        mine = [uri for uri in polish if share_of(uri) == part]
        aliases = [(alias, places[uri]) for uri in mine for alias in polish[uri].aliases]
        titles = [(english[uri].label, places[uri]) for uri in mine if uri in english]
        for language, asked in (("pl", aliases), ("en", titles)):
            if asked:
                found[f"{part} {language}"] = _mrr(embedder, asked, labels)
    return found


def _mrr(
    embedder: Embedder, asked: list[tuple[str, int]], labels: "np.ndarray[tuple[int, int], np.dtype[np.float64]]"
) -> float:
    scores = np.array(embedder.documents([text for text, _ in asked])) @ labels.T
    right = scores[np.arange(len(asked)), [place for _, place in asked]]
    ranks = (scores > right[:, None]).sum(1) + 1
    return round(float((1 / ranks).mean()), 4)
