"""What every record of the index shares: an id, a name, texts, an address and the source of each field."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from register.vocabulary import Confidence, Language


def _plain_spaces(value: object) -> object:
    """A no-break space of a source's layout is a space of the text."""
    return value.replace("\u00a0", " ") if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_plain_spaces)]
PrkLevel = Annotated[int, Field(ge=1, le=8)]

ALL_FIELDS = "*"


class Model(BaseModel):
    """Immutable and closed: an unknown key is an error, not a surprise."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LocalText(Model):
    """One statement in the languages it exists in; Polish always does."""

    pl: Text
    en: Text | None = None
    uk: Text | None = None

    def in_(self, language: Language) -> str:
        """Return the text in ``language``, or in Polish where it has no translation."""
        return str(getattr(self, language.value) or self.pl)

    def has(self, language: Language) -> bool:
        """Tell whether a text in ``language`` exists."""
        return bool(getattr(self, language.value))


class Provenance(Model):
    """Where fields of a record come from.

    ``fields`` names them, ``("*",)`` covers the record; ``as_of`` is the date the source speaks for
    (ISO date, or a year alone), ``retrieved`` the day it was read; a ``derived`` value was computed
    from sourced ones and is to be shown as probable.
    """

    fields: tuple[Text, ...] = (ALL_FIELDS,)
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]
    confidence: Confidence
    retrieved: date
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    derived: bool = False
    note: str = ""


class Link(Model):
    """A named address."""

    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Record(Model):
    """The part that retrieval, citations and checks need of any record.

    ``aliases`` are words people use for it, by language; ``activities`` is what one does in it, in the words of
    people who like that («gotować», «робити зачіски»); ``translations`` are working translations of the
    name (not official ones). Raises ``ValueError`` when a filled field has no source.
    """

    UNSOURCED: ClassVar[frozenset[str]] = frozenset({"id", "record_type", "provenance", "url", "raw"})

    id: Annotated[str, StringConstraints(pattern=r"^(zrk|kzis|esco|inst|labour|fact):\S+$")]
    name: Text
    translations: dict[Language, Text] = {}
    aliases: dict[Language, tuple[Text, ...]] = {}
    activities: dict[Language, tuple[Text, ...]] = {}
    summary: LocalText | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    provenance: Annotated[tuple[Provenance, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _every_field_has_a_source(self) -> Self:
        if missing := self.fields_without_source():
            raise ValueError(f"{self.id}: no source for {', '.join(sorted(missing))}")
        return self

    def filled_fields(self) -> frozenset[str]:
        """Return the names of the content fields that hold a value."""
        empty: tuple[object, ...] = (None, "", (), {}, False)
        names = set(type(self).model_fields) - self.UNSOURCED
        return frozenset(name for name in names if getattr(self, name) not in empty)

    def fields_without_source(self) -> frozenset[str]:
        """Return the filled fields that no provenance entry covers."""
        covered = {name for entry in self.provenance for name in entry.fields}
        return frozenset() if ALL_FIELDS in covered else self.filled_fields() - covered

    def source_of(self, field: str) -> Provenance:
        """Return the entry that speaks for ``field``: one that names it before one for the whole record."""
        named = (entry for entry in self.provenance if field in entry.fields)
        general = (entry for entry in self.provenance if ALL_FIELDS in entry.fields)
        found = next(named, None) or next(general, None)
        if found is None:
            raise KeyError(f"{self.id} has no source for {field}")
        return found

    def is_derived(self, field: str) -> bool:
        """Tell whether ``field`` was computed from sourced values and so is only probable."""
        return field in self.filled_fields() and self.source_of(field).derived

    @property
    def as_of(self) -> str:
        """The newest date (or year) the record speaks for: that of its sources, else the day it was read."""
        official = [entry for entry in self.provenance if entry.confidence is not Confidence.OWN]
        entries = official or self.provenance
        dated = [entry.as_of for entry in entries if entry.as_of]
        return max(dated or (entry.retrieved.isoformat() for entry in entries))

    def name_in(self, language: Language) -> str:
        """Return the name, or its working translation where there is one."""
        return self.translations.get(language, self.name)
