"""What every reading of numbers asks: is it an amount, a help line; and the text folded letter by letter."""

import re
from functools import cache, lru_cache

from guardrails.helplines import helplines
from guardrails.normalise import fold

AMOUNT = re.compile(
    r"^\s?(?:zł|zl|pln|eur|euro|usd|uah|грн|€|\$|%|tys|mln|mld|osób|osob|os\.|godz|lat|km|m2|m²|szt"
    r"|punkt|pkt|gros|гривень)",
    re.IGNORECASE,
)
_FREE = re.compile(r"(?:48)?800\d{6}|116\d{3}")
FEWEST_DIGITS = 5


def is_help_number(digits: str) -> bool:
    """Tell whether ``digits`` is a help line: one of ours, or any free (800, 116) number, which is no person's."""
    return digits in _help_numbers() or bool(_FREE.fullmatch(digits))


@cache
def _help_numbers() -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", line.number) for line in helplines().values())


@lru_cache(maxsize=4096)
def _folded(mark: str) -> str:
    return (fold(mark) or mark)[0]


@lru_cache(maxsize=64)
def same_length_fold(text: str) -> str:
    """Fold letter by letter, so that positions stay those of ``text``; kept, since several ask for the same."""
    return "".join(map(_folded, text))
