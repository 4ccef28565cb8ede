"""One plain form of a word for comparisons: case and diacritics folded."""

import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ґ": "г", "’": "'", "ʼ": "'", "`": "'"})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return ``text`` case-folded, without diacritics, with one kind of apostrophe (``Księgi`` → ``ksiegi``)."""
    plain = text.casefold().translate(_UNDECOMPOSED)
    if plain.isascii():
        return plain
    marked = unicodedata.normalize("NFKD", plain)
    return "".join(character for character in marked if not unicodedata.combining(character))
