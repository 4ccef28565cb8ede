"""From a number of a source to a figure: checked for nonsense, named in three languages, dated."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.sources.labour.regions import territory
from ingest.sources.responses import Answer
from register.facts import LabourFact
from register.vocabulary import Confidence, Language


class StrangeError(ValueError):
    """A number that cannot be: negative, not finite, beyond reason, or of a time to come."""


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Return names, licences and limits of the sources (``words.yaml``)."""
    loaded: Mapping[str, Any] = yaml.safe_load((files(__package__) / "words.yaml").read_text("utf-8"))
    return loaded


def sane(value: object, most: float) -> float:
    """Return ``value`` as a number from 0 to ``most``; raises ``StrangeError``."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise StrangeError(f"{value!r} is no number")
    if not math.isfinite(value) or not 0 <= value <= most:
        raise StrangeError(f"{value} is not between 0 and {most:g}")
    return float(value)


def past(period: str, today: date) -> str:
    """Return ``period`` (a year, month or day); raises ``StrangeError`` for one that has not begun."""
    if period > today.isoformat()[: len(period)]:
        raise StrangeError(f"{period} has not begun")
    return period


def content(answer: Answer) -> Any:
    """Return the JSON of an answer; raises ``ValueError``, also for NaN and infinity, which JSON does not know."""

    def refuse(word: str) -> float:
        raise StrangeError(f"{word} is no number")

    return json.loads(answer.body, parse_constant=refuse)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure was read: the source's key in ``words.yaml``, the address, the day."""

    key: str
    url: str
    fetched: date
    as_of: str

    @property
    def name(self) -> str:
        """The source's name."""
        return str(words()["sources"][self.key]["name"])


def figure(
    origin: Origin, key: str, measure: str, *, detail: Mapping[str, str] | str = "", **fields: Any
) -> LabourFact:
    """Build the figure ``labour:KEY``; ``measure`` names it in ``words.yaml``, ``detail`` fills the name.

    Takes the fields of ``LabourFact``; ``region`` stands for its territory. Raises ``ValidationError``.
    """
    told = words()["measures"][measure]
    filled = {code: detail if isinstance(detail, str) else detail[code] for code in ("pl", "en", "uk")}
    names = {code: told[code].format(detail=filled[code]) for code in ("pl", "en", "uk")}
    source = words()["sources"][origin.key]
    return LabourFact.model_validate(
        {
            "id": f"labour:{key}",
            "name": names["pl"],
            "translations": {Language.EN: names["en"], Language.UK: names["uk"]},
            "url": source["page"],
            "unit": told["unit"],
            "territory": fields.pop("territory", None) or territory(fields.pop("region", "")),
            "source": {"key": origin.key, "name": source["name"], "url": origin.url, "licence": source["licence"]},
            "caveats": (*source.get("caveats", ()), *told.get("caveats", ())),
            "provenance": (
                {
                    "sources": (origin.url,),
                    "confidence": Confidence.SECONDARY,
                    "retrieved": origin.fetched,
                    "as_of": origin.as_of,
                },
            ),
            **fields,
        }
    )


def serves(start: date, warn: int, withhold: int) -> dict[str, date]:
    """Return a use-by rule counted in days from ``start``."""
    return {"warn": start + timedelta(days=warn), "withhold": start + timedelta(days=withhold)}
