"""Lists of phrases in a data file, found among the folded words of a message."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from assistant.models.embedded.words.patterns import Pattern, fits, pattern_of, starts_of


class PhraseFile:
    """A file of lists, of lists by name, and so on; a list is told by its path («renewal», «asked»).

    It is read when it is first asked for anything, and each phrase is folded once.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._patterns: dict[tuple[str, ...], tuple[Pattern, ...]] = {}

    @cached_property
    def lists(self) -> dict[str, Any]:
        """What the file holds; raises ``OSError`` and ``yaml.YAMLError`` for a file that cannot be read."""
        read: dict[str, Any] = yaml.load(self._file.read_text("utf-8"), yaml.CSafeLoader)
        return read

    def patterns(self, *path: str) -> tuple[Pattern, ...]:
        """Return the phrases of one list; raises ``KeyError`` where there is none."""
        if path not in self._patterns:
            found: Any = self.lists
            for name in path:
                found = found[name]
            self._patterns[path] = tuple(pattern_of(str(phrase)) for phrase in found)
        return self._patterns[path]

    def spans(self, said: Sequence[str], *path: str) -> Iterator[tuple[int, int]]:
        """Yield where a phrase of one list begins among folded words, and of how many words it is."""
        return ((at, len(pattern)) for pattern in self.patterns(*path) for at in starts_of(pattern, said))

    def places(self, said: Sequence[str], *path: str) -> frozenset[int]:
        """Return the places of all words that belong to a phrase of one list."""
        return frozenset(at + step for at, size in self.spans(said, *path) for step in range(size))

    def says(self, said: Sequence[str], *path: str) -> bool:
        """Tell whether a phrase of one list stands among folded words."""
        return next(self.spans(said, *path), None) is not None

    def has_word(self, word: str, *path: str) -> bool:
        """Tell whether one folded word is a phrase of one list by itself."""
        return any(len(pattern) == 1 and fits(pattern[0], word) for pattern in self.patterns(*path))
