"""A text that grows: its sentences are given out as soon as nothing that may follow can change them."""

import re

from guardrails.sentences import Piece, split

_MARK_BEGUN = re.compile(r"\[[a-z]?\d{0,3}\]?$")
_FENCE_BEGUN = re.compile(r"`{1,2}$")


class GrowingText:
    """Cuts a growing text into the pieces that ``split`` would find in the whole."""

    def __init__(self) -> None:
        self._text = ""
        self._given = 0

    @property
    def text(self) -> str:
        """All of it so far."""
        return self._text

    def add(self, words: str) -> tuple[Piece, ...]:
        """Append ``words`` and return the pieces that are complete now."""
        self._text += words
        pieces = split(self._text)
        if not pieces or _open(self._text, pieces[-1]):
            return ()
        return self._new(pieces[:-1])

    def rest(self) -> tuple[Piece, ...]:
        """Return the pieces not given out yet; the text ends here."""
        return self._new(split(self._text))

    def _new(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        new = pieces[self._given :]
        self._given += len(new)
        return new


def _open(text: str, last: Piece) -> bool:
    """Tell whether the end of the text may still belong to the sentence before it: a mark or a fence that begins."""
    words = last.sentence.text
    return bool(_MARK_BEGUN.fullmatch(words) or _FENCE_BEGUN.search(text.rstrip(" ")))
