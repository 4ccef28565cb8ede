"""How an expected text is looked for in an answer: case, dashes and blanks are folded, citation marks are no text."""

import re
from collections.abc import Sequence

_BLANK = re.compile(r"[\s\u00ad\u200b\u2010-\u2015\u2212-]+")
_MARKS = re.compile(r"\s?\[\d{1,3}\]")

Wanted = str | Sequence[str]
"""A text, or several of which any will do."""


def folded(text: str) -> str:
    """Return ``text`` in lower case with every run of dashes and blanks as one blank, a blank at either end."""
    return f" {_BLANK.sub(' ', _MARKS.sub('', text)).strip().casefold()} "


def folded_part(text: str) -> str:
    """Return an expected text as it is looked for; a blank its author wrote at an end stays."""
    return _BLANK.sub(" ", text).casefold()


def holds(text: str, wanted: Wanted) -> bool:
    """Tell whether ``text``, already folded, holds ``wanted``."""
    alternatives = (wanted,) if isinstance(wanted, str) else wanted
    return any(folded_part(one) in text for one in alternatives)
