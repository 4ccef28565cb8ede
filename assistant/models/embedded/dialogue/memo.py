"""The state of the dialogue, as the embedded model notes it for its next turn."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.models.embedded.learnt.turns import Before

MOST_RECENT = 8
PAIR = 2
MOST_NAMED = 24
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Memo:
    """What was asked, of what, and what lies on the table.

    ``intent``, ``subject`` and ``question`` are the last question's reading. ``focus`` are the ids of the records
    the last answer was about («it» is the first), ``recent`` those spoken of, the latest first; ``listed`` is the
    last list («the second one»), ``names`` what the things of both are called, as ``id|name|name``. ``options`` are
    the choices of an open question as ``id|name``, ``offer`` is what a «yes» would take up. ``cited`` are the sources.
    ``told`` is what was told of the person that rules ask for, as ``name=JSON``; ``kind`` is what the last answer was.
    ``shown`` are all ids listed for the wish so far, ``rejected`` the words of what is not wanted of them. ``said`` is
    the digest of the last answer, ``times`` how often the same had been to be said before it;
    ``language`` is the one it was given in.
    """

    intent: str = ""
    subject: str = ""
    question: str = ""
    focus: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    offer: str = ""
    cited: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    kind: str = ""
    shown: tuple[str, ...] = ()
    rejected: str = ""
    said: str = ""
    times: int = 0
    language: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the memo as the history keeps it."""
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def before(self) -> Before:
        """What the next message is read in the light of."""
        return Before(self.kind, self.intent, len(self.listed) > 1)

    @property
    def told_of_person(self) -> dict[str, Any]:
        """What was told of the person in this conversation, by the name of the argument it is for."""
        return {name: json.loads(value) for name, _, value in (entry.partition("=") for entry in self.told)}

    @property
    def it(self) -> str:
        """The record or rule «it» is, or nothing."""
        return self.focus[0] if self.focus else ""

    @property
    def several(self) -> tuple[str, ...]:
        """The things «which of them» may mean: the list last offered, else the last two of a kind spoken of."""
        if len(self.listed) > 1 and any(not option.startswith("?") for option in self.options):
            return self.listed
        records = [record_id for record_id in self.recent if not is_rule(record_id)]
        alike = tuple(one for one in records if one.partition(":")[0] == records[0].partition(":")[0])
        occupations = alike[:2] if alike and alike[0].startswith("kzis:") else ()
        if len(occupations) > 1 or len(self.listed) < 2:
            return occupations or alike[:2]
        return self.listed

    @property
    def listed_in_focus(self) -> tuple[str, ...]:
        """Those of the list that the last answer was about: one, where one of them was chosen."""
        return tuple(one for one in self.focus if one in self.listed)

    @property
    def chosen_from(self) -> tuple[str, ...]:
        """The records of the last answer between which nobody has chosen yet; else nothing."""
        offered = tuple(option.partition("|")[0] for option in self.options if not option.startswith("?"))
        return offered if len(offered) > 1 and set(offered) & set(self.focus[1:]) else ()

    @property
    def in_turn(self) -> tuple[str, ...]:
        """The two records of a kind that were spoken of one by one, the first of them first; else nothing."""
        records = [record_id for record_id in self.recent if not is_rule(record_id)]
        alike = tuple(one for one in records if one.partition(":")[0] == records[0].partition(":")[0])
        return alike[::-1] if len(alike) == PAIR else ()

    def name_of(self, record_id: str) -> str:
        """Return what a thing spoken of is called, or nothing."""
        return next((entry.split("|")[1] for entry in self.names if entry.startswith(f"{record_id}|")), "")

    def spoken_of(self, number: int) -> tuple[str, ...]:
        """Return the last ``number`` records of a kind spoken of one by one since a longer list; else nothing."""
        if not 1 < number < len(self.listed) or len(self.focus) > 1:
            return ()
        records = [record_id for record_id in self.recent if not is_rule(record_id)]
        alike = tuple(one for one in records if one.partition(":")[0] == records[0].partition(":")[0])
        return alike[:number] if len(alike) >= number else ()

    @property
    def speaks_of_rule(self) -> bool:
        """Tell whether the last answer quoted a rule rather than a record."""
        return is_rule(self.it)


def is_rule(record_id: str) -> bool:
    """Tell whether an id is a rule's rather than a record's."""
    return record_id.startswith("fact:")


def noted(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what was told as a memo keeps it."""
    return tuple(f"{name}={json.dumps(value)}" for name, value in told.items())


def read_memo(values: Mapping[str, Any]) -> Memo:
    """Return the memo kept as ``values``; names it does not know are passed over."""
    return Memo(**{name: _frozen(values[name]) for name in Memo.__slots__ if name in values})


def latest(*groups: Iterable[str]) -> tuple[str, ...]:
    """Join ids to the list of those spoken of: the groups in order, each id once, at most ``MOST_RECENT``."""
    return tuple(dict.fromkeys(record_id for group in groups for record_id in group))[:MOST_RECENT]


def named(new: Mapping[str, Iterable[str]], before: Iterable[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the ``wanted`` ids: the new ones, else those noted before."""
    known = {entry.partition("|")[0]: entry for entry in before}
    known |= {record_id: "|".join((record_id, *dict.fromkeys(names))) for record_id, names in new.items()}
    return tuple(known[record_id] for record_id in dict.fromkeys(wanted) if record_id in known)[:MOST_NAMED]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
