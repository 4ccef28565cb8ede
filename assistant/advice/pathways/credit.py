"""What a person brings to an occupation: those of its qualifications that are held or belong to another occupation."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from register.occupation import Occupation

Choice = tuple[str, ...]
"""Ids of qualifications of which one is enough."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What an occupation needs: the qualifications ``brought``, each by its id, and the choices still ``missing``."""

    brought: tuple[str, ...]
    missing: tuple[Choice, ...]


def credit(needed: Sequence[Choice], held: Collection[str]) -> Credit:
    """Split what is ``needed`` by what is ``held``."""
    kept = tuple(part for choice in needed for part in choice if part in held)
    return Credit(kept, tuple(choice for choice in needed if not set(choice) & set(held)))


def qualifications_of(origin: Occupation | None) -> tuple[str, ...]:
    """Return the ids of the qualifications that somebody of an occupation may have, none where it is not known."""
    return tuple(part for choice in origin.qualifications for part in choice) if origin else ()
