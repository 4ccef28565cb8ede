"""The next profile: entries added, confirmed, changed and deleted."""

from collections.abc import Iterable

from assistant.advice.profile.entries import MOST_ENTRIES, Entry, Link, Profile, ProfileField

ONE_AT_A_TIME = frozenset({ProfileField.LEVEL, ProfileField.TIME, ProfileField.MONEY, ProfileField.REGION})
"""Fields of which the last word counts: a new entry takes the place of the old one."""


def added(profile: Profile, entries: Iterable[Entry]) -> Profile:
    """Add entries; one told again, or of a field that has one at a time, takes the place of the former.

    The oldest entries go where there would be more than ``MOST_ENTRIES``.
    """
    kept = list(profile.entries)
    for entry in entries:
        kept = [one for one in kept if not _replaces(entry, one)] + [entry]
    return Profile(entries=tuple(kept[-MOST_ENTRIES:]))


def confirmed(profile: Profile, entry: Entry, links: tuple[Link, ...]) -> Profile:
    """Mark an entry as confirmed, with the candidates the user agreed to; the others are dropped."""
    return _swap(profile, entry, entry.model_copy(update={"confirmed": True, "links": links, "candidates": ()}))


def changed(profile: Profile, entry: Entry, new: Entry) -> Profile:
    """Put ``new`` in the place of ``entry``."""
    return _swap(profile, entry, new)


def deleted(profile: Profile, entry: Entry) -> Profile:
    """Take an entry out."""
    return Profile(entries=tuple(one for one in profile.entries if not same(one, entry)))


def same(one: Entry, other: Entry) -> bool:
    """Tell whether two entries are of one field and one text."""
    return one.field is other.field and one.text.casefold() == other.text.casefold()


def _swap(profile: Profile, entry: Entry, new: Entry) -> Profile:
    return Profile(entries=tuple(new if same(one, entry) else one for one in profile.entries))


def _replaces(new: Entry, old: Entry) -> bool:
    return same(new, old) or (new.field is old.field and new.field in ONE_AT_A_TIME)
