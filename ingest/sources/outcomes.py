"""The tree of outcome sets, outcomes and criteria in a foreign JSON record."""

from collections.abc import Mapping, Sequence
from typing import Any

from ingest.sources.values import text

_PARTS = ("title", "code", "outcomes", "text", "criteria")


class OutcomeReader:
    """Reads the tree by the candidate keys of ``mapping.yaml``; items may be objects or bare texts."""

    def __init__(self, keys: Mapping[str, Sequence[str]]) -> None:
        self._keys = {name: tuple(keys.get(name, ())) for name in _PARTS}

    def read(self, value: Any) -> tuple[dict[str, Any], ...]:
        """Return the sets of a list; those without a title are left out."""
        sets = [item for item in _listed(value) if self._part(item, "title")]
        return tuple(
            {
                "title": self._part(item, "title"),
                "code": self._part(item, "code") or "",
                "outcomes": tuple(self._outcome(one) for one in self._below(item, "outcomes")),
            }
            for item in sets
        )

    def _outcome(self, item: Any) -> dict[str, Any]:
        criteria = ({"text": self._part(one, "text")} for one in self._below(item, "criteria"))
        return {"text": self._part(item, "text"), "criteria": tuple(criteria)}

    def _below(self, item: Any, name: str) -> list[Any]:
        found = (_listed(item.get(key)) for key in self._keys[name]) if isinstance(item, dict) else ()
        return [one for one in next(filter(None, found), []) if self._part(one, "text")]

    def _part(self, item: Any, name: str) -> str | None:
        if not isinstance(item, dict):
            return text(item) if name != "code" else None
        return next((found for key in self._keys[name] if (found := text(item.get(key)))), None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
