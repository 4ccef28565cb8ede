"""The shape of a profile: a list of entries under a closed list of fields.

Protected attributes (sex, age, origin, faith, health, family) have no field here, so nothing that reads a profile can
take them into account.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from register.record import Model

MOST_ENTRIES = 100

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class ProfileField(StrEnum):
    """What an entry speaks of; ``profile.field.<name>`` is its name for people."""

    INTERESTS = "interests"
    SKILLS = "skills"
    EDUCATION = "education"
    QUALIFICATIONS = "qualifications"
    EXPERIENCE = "experience"
    LEVEL = "level"
    TIME = "time"
    MONEY = "money"
    MOBILITY = "mobility"
    REGION = "region"
    LANGUAGE = "language"
    GOALS = "goals"
    VALUES = "values"


class Origin(Model):
    """The user's own words an entry rests on, and the turn of the conversation in which they were said."""

    quote: Words
    turn: Annotated[int, Field(ge=0)]


class Link(Model):
    """What an entry means in the records: a record id, or one statement of a record (``kzis:514101#2``)."""

    id: Annotated[str, StringConstraints(pattern=r"^(zrk|kzis|esco):\S{1,200}$")]
    text: Words


class Entry(Model):
    """One thing known about a person.

    ``number`` is the figure of the entry where it has one (PRK level, hours a week, months, złoty); ``links`` are the
    meanings the user agreed to, ``candidates`` those the vocabulary proposes and the user has not answered yet.
    """

    field: ProfileField
    text: Words
    number: float | None = None
    links: tuple[Link, ...] = ()
    candidates: tuple[Link, ...] = ()
    origin: Origin
    confirmed: bool = False


class Profile(Model):
    """All entries, in the order they were told; an entry is addressed by its field and its text."""

    entries: Annotated[tuple[Entry, ...], Field(max_length=MOST_ENTRIES)] = ()

    def of(self, field: ProfileField) -> tuple[Entry, ...]:
        """Return the entries of one field."""
        return tuple(entry for entry in self.entries if entry.field is field)

    @property
    def linked_texts(self) -> tuple[str, ...]:
        """The statements of records that the user's skills were linked to."""
        return tuple(link.text for entry in self.of(ProfileField.SKILLS) for link in entry.links)
