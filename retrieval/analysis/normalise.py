"""Unicode to one plain form: compatible letters unified, invisible characters gone, case and marks folded."""

import re
import unicodedata

# Letters that Unicode does not decompose, so that stripping marks would leave them.
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ґ": "г", "æ": "ae", "œ": "oe"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def normalise(text: str) -> str:
    """Return ``text`` in NFKC and case-folded; invisible characters vanish, control characters and surrogates

    become blanks. Idempotent. Diacritics stay: Morfeusz needs them.
    """
    visible = _NOT_TEXT.sub(" ", _INVISIBLE.sub("", text))
    # Folding case can leave NFKC and the other way round: the second pass makes it a fixed point.
    once = unicodedata.normalize("NFKC", visible).casefold()
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", once).casefold())


def fold(text: str) -> str:
    """Return ``text`` without diacritics (``księgowość`` becomes ``ksiegowosc``). Idempotent."""
    if text.isascii():
        return text
    plain = text.translate(_UNDECOMPOSED)
    marked = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in marked if not unicodedata.combining(char)).translate(_UNDECOMPOSED)
