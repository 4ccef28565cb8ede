"""What a person told about themselves, entry by entry, each with the words it rests on."""

from assistant.advice.profile.entries import MOST_ENTRIES, Entry, Link, Origin, Profile, ProfileField

__all__ = ["MOST_ENTRIES", "Entry", "Link", "Origin", "Profile", "ProfileField"]
