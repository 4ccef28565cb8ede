"""Facts that are not register entries: rules of the system and figures of the labour market."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from register.record import LocalText, Model, Record, Text
from register.vocabulary import Language, MatchedBy, RecordType, SystemFactKind


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
    """Where a figure holds: a TERYT code and its level (``country``, ``voivodeship``, ``powiat``, ``gmina``)."""

    teryt: Text
    level: Literal["country", "voivodeship", "powiat", "gmina"]
    name: Text


class LabourFact(Record):
    """One figure about work: value, unit, place, occupation or field, period; its source is in ``provenance``.

    ``value`` is a number in ``unit``, or a word of a closed list where the source gives one.
    """

    record_type: Literal[RecordType.LABOUR_FACT] = RecordType.LABOUR_FACT
    value: float | str
    unit: Text
    territory: Territory
    occupation: str = ""
    field: str = ""
    matched_by: MatchedBy | None = None
    period: Text
    caveats: tuple[LocalText, ...] = ()
