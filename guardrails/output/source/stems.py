"""Beginnings of words by which derived words and other alphabets meet."""

_CYRILLIC = "а б в г д е є ж з и і к л м н о п р с т у ф х ц ч ш щ ь ю я"
_LATIN = "a b w h d e je z z y i k l m n o p r s t u f ch c cz sz szcz _ ju ja"
_LETTERS = str.maketrans({one: two.strip("_") for one, two in zip(_CYRILLIC.split(), _LATIN.split(), strict=True)})


def stems_of(word: str) -> tuple[str, ...]:
    """Return the beginnings by which ``zarządza`` and ``zarządzanie``, ``technician`` and ``technik`` meet."""
    plain = latin(word)
    return (plain[:6],) if len(plain) >= 8 else (plain[:5],) if len(plain) >= 6 else ()


def latin(word: str) -> str:
    """Return a folded Ukrainian word in letters comparable with Polish; other words as they are."""
    return word if word.isascii() else word.translate(_LETTERS)
