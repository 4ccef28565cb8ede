"""Repair of mistyped words against the words that the records themselves use."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from retrieval.analysis import Word, analyse, fold
from retrieval.analysis.words import word_of
from retrieval.fields import Piece
from retrieval.protocol import IndexCorruptError

_SHORTEST = 5
_TWO_TYPOS = 8
"""From this length on two typos are repaired, from ``_SHORTEST`` on one."""


def vocabulary(texts: Iterable[Piece]) -> frozenset[str]:
    """Return the content words of ``texts`` that a typo could hide."""
    words = (word for piece in texts for word in analyse(piece.text).content)
    return frozenset(word.surface for word in words if word.surface.isalpha() and len(word.surface) > 3)


class Speller:
    """Finds the word that was meant. Lookups are remembered."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(words))
        self._remembered = lru_cache(maxsize=4_096)(self._nearest)

    def meant(self, word: Word) -> Word | None:
        """Return the word of the vocabulary nearest to ``word``; ``None`` for a proper word."""
        if word.known or len(word.folded) < _SHORTEST or not word.folded.isalpha():
            return None
        found = self._remembered(word.folded)
        return word_of(found) if found and found != word.surface else None

    def save(self, folder: Path) -> None:
        """Write the vocabulary into ``folder``."""
        (folder / "words.txt").write_text("\n".join(self.words), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Speller":
        """Read the vocabulary; raises ``IndexCorruptError``."""
        try:
            return cls((folder / "words.txt").read_text("utf-8").split())
        except (OSError, UnicodeDecodeError) as error:
            raise IndexCorruptError(f"no vocabulary in {folder}: build the index again") from error

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Folded form → word, made on the first repair."""
        return {fold(word): word for word in self.words}

    def _nearest(self, folded: str) -> str | None:
        from rapidfuzz import process  # noqa: PLC0415 - most questions hold no typo
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        if folded in self._folded:
            return None
        allowed = 2 if len(folded) >= _TWO_TYPOS else 1
        near = process.extract(folded, self._folded.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=5)
        if "\u0400" <= folded[0] <= "\u04ff":
            # No dictionary tells proper Ukrainian words: «лікарні» would become «пекарні».
            near = [hit for hit in near if hit[0][0] == folded[0]]
        # A typo rarely hits the first letter: among equally near words the one that begins alike was meant.
        best = min(near, key=lambda hit: (hit[1], hit[0][0] != folded[0], hit[0]), default=None)
        return self._folded[best[0]] if best else None
