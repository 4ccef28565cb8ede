"""The Polish «no» that begins a message («no i jeszcze auta», «no auta»): the English one turns round what follows."""

import re

from retrieval.analysis.morphology import readings

_NO = re.compile(r"^\W*no,?\s+(?=\w)", re.IGNORECASE)
_WITHOUT_TAILS = frozenset({"moze", "ze", "tez", "wiec", "wlasnie", "chce", "mysle", "lubie", "jednak"})
"""Polish words as they are typed, which the dictionary does not know."""
_ENGLISH_TOO = frozenset({"i", "to", "a"})
"""Words of both languages: what stands behind one of them tells which it is."""


def without_polish_no(text: str) -> str:
    """Return ``text`` without a «no» that a Polish word follows."""
    found = _NO.match(text)
    if not found:
        return text
    behind = [word for word in re.findall(r"\w+", text[found.end() :].casefold()) if word not in _ENGLISH_TOO]
    return text[found.end() :] if behind and (behind[0] in _WITHOUT_TAILS or readings(behind[0])) else text
