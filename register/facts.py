"""Facts that are not register entries: rules of the system and figures of the labour market."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from register.record import LocalText, Model, Record, Text
from register.vocabulary import LabourTopic, Language, MatchedBy, RecordType, SystemFactKind


class SystemFact(Record):
    """A rule or notion of the qualifications system with its legal or other source and date.

    ``questions`` are wordings people use for what it answers; they serve retrieval and are never quoted.
    """

    record_type: Literal[RecordType.SYSTEM_FACT] = RecordType.SYSTEM_FACT
    fact_kind: SystemFactKind
    topic: Text
    title: LocalText
    text: LocalText
    caveat: LocalText | None = None
    valid_from: Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    questions: dict[Language, tuple[Text, ...]] = {}
    related: tuple[Text, ...] = ()


class Territory(Model):
    """Where a figure holds: a TERYT code (``00`` for Poland), its level and its name.

    The whole country is called ``kraj``, as everywhere in the records; voivodeships are in lower case.
    """

    teryt: Annotated[str, StringConstraints(pattern=r"^\d{2,7}$")]
    level: Literal["country", "voivodeship", "powiat", "gmina"]
    name: Text


class FigureSource(Model):
    """Who published a figure and on what terms: a short key, a name, an address, a licence or terms."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,40}$")]
    name: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    licence: LocalText


class UseBy(Model):
    """How long a figure may be used: from ``warn`` on only with a warning, from ``withhold`` on not at all.

    No date means that the rule does not apply: a finished year stays what it was.
    """

    warn: date | None = None
    withhold: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.warn and self.withhold and self.withhold < self.warn:
            raise ValueError("a figure is withheld before it is warned of")
        return self


class Freshness(StrEnum):
    """What the use-by rule says of a figure on a day."""

    FRESH = "fresh"
    PAST = "past"
    WITHHELD = "withheld"


class LabourFact(Record):
    """One figure about work: value, unit, place, occupation or field, period; its sources are in ``provenance``.

    ``value`` is a number in ``unit``, or a word of a closed list where the source gives one. ``code_prefix`` are
    the first digits of the KZiS codes that the figure covers as one group; ``sample`` is how many people or
    offers it rests on; figures that share a ``disputed`` key are of one thing, from sources that disagree.
    """

    record_type: Literal[RecordType.LABOUR_FACT] = RecordType.LABOUR_FACT
    topic: LabourTopic
    value: Annotated[float, Field(allow_inf_nan=False)] | Text
    unit: Text
    territory: Territory
    occupation: str = ""
    code_prefix: Annotated[str, StringConstraints(pattern=r"^\d{0,5}$")] = ""
    field: str = ""
    matched_by: MatchedBy | None = None
    period: Text
    sample: Annotated[int, Field(ge=0)] | None = None
    source: FigureSource
    use_by: UseBy = UseBy()
    disputed: str = ""
    caveats: tuple[LocalText, ...] = ()

    @model_validator(mode="after")
    def _a_match_says_how(self) -> Self:
        if (self.occupation or self.code_prefix) and self.matched_by is None:
            raise ValueError(f"{self.id}: joined to an occupation without saying how")
        return self

    @property
    def fetched(self) -> date:
        """The day the figure was read from its source."""
        return max(entry.retrieved for entry in self.provenance)

    def freshness(self, day: date) -> Freshness:
        """Return what the use-by rule says on ``day``."""
        if self.use_by.withhold and day >= self.use_by.withhold:
            return Freshness.WITHHELD
        return Freshness.PAST if self.use_by.warn and day >= self.use_by.warn else Freshness.FRESH
