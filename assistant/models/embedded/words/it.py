"""«IT» put as records and likings say it: in small letters it is an English pronoun."""

import re

_BRANCH = re.compile(
    r"\bIT\b|(?<=\bw )it\b|(?<=\bz )it\b|(?<=\bbranży )it\b|(?<=\bbranzy )it\b|(?<=\bbranża )it\b|(?<=\bbranza )it\b|"
    r"(?<=\bсфері )(?:it|іт)\b|(?<=\bв )(?:it|іт)\b|\bІТ\b"
)
_TO_BRANCH = re.compile(
    r"\b(chc\w+|przejść|przejsc|pójść|pojsc|iść|isc|wejść|wejsc|dostać się|dostac sie|się|sie)\s+do\s+it\b",
    re.IGNORECASE,
)
_NAME = "informatyka"


def spelled_out(text: str) -> str:
    """Return ``text`` with the name of the branch in place of its two letters, where these are no pronoun."""
    return _BRANCH.sub(_NAME, _TO_BRANCH.sub(rf"\1 do {_NAME}", text))
