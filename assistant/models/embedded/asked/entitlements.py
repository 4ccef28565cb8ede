"""Permissions of other laws asked for by everyday names («suwnice», «SEP», «papiery na wózki»), and what of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.models.embedded.learnt.naming import ALONE, naming_words
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.phrase_file import PhraseFile
from assistant.models.embedded.words.places import place_words
from retrieval.analysis import analyse, fold

_KINDS = PhraseFile(Path(__file__).with_name("entitlements.yaml"))
_WORDS = PhraseFile(Path(__file__).with_name("entitlement_words.yaml"))
MOST_WORDS_AFTER = 8
OTHER = "other"
OF_OTHER_LAWS = "fact:REG-"
_ASKED = (Intent.VALIDITY, Intent.PRICE)
_LATER = ("duration", "duty", "issuer")
"""Asked by words that say so only where a permission was told of before."""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """``rule`` tells of the permission; ``validity`` and ``renewal`` are rules on these, where they are held.

    ``asks`` are those of ``validity``, ``price``, ``place``, ``renewal``, ``duration``, ``duty`` and ``issuer`` that
    are asked, or ``other``, which is held of none; ``institution`` issues it.
    """

    rule: str
    validity: tuple[str, ...] = ()
    renewal: tuple[str, ...] = ()
    institution: str = ""
    asks: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """All rules that an answer may need."""
        return (self.rule, *self.validity, *self.renewal)


def entitlement_in(message: str, before: str = "") -> Entitlement | None:
    """Return the permission a message names, or the one told of by the rule ``before`` of which it asks more."""
    words = analyse(message, max_words=200).words
    said = [fold(word.surface) for word in words]
    if has(said, "seat"):  # the institution is meant, not what it issues
        return None
    asks = _asks(said, message)
    permission = has(said, "permission")
    for name, kind in _KINDS.lists.items():
        said_so = {key for key in ("but", "sure", "maybe") if key in kind and _KINDS.says(said, name, key)}
        if "but" in said_so:
            continue  # «technik spawalnictwa» is an occupation of schools
        if "sure" in said_so or (permission and "maybe" in said_so):
            return _of(kind, asks)
    if not 0 < len(said) <= MOST_WORDS_AFTER or has(said, "another") or _names_another(message):
        return None
    asks = tuple(dict.fromkeys((*asks, *(name for name in _LATER if has(said, name)))))
    after = next((kind for kind in _KINDS.lists.values() if before in _told_by(kind)), None)
    if after is None and before.startswith(OF_OTHER_LAWS):
        after = {"rule": before}
    asks = asks or ((OTHER,) if has(said, OTHER) else ())
    return _of(after, asks) if after and asks else None


def _told_by(kind: dict[str, Any]) -> tuple[str, ...]:
    """What an answer about the permission may have been about: its rules, and who issues it."""
    return (*_of(kind, ()).rules, str(kind.get("institution", "")) or str(kind["rule"]))


def _names_another(message: str) -> bool:
    """«Ile trwa nauka fryzjera?» asks of another thing; «ile trwa kurs?» does not."""
    words = analyse(message, max_words=MOST_WORDS_AFTER + 1).words
    named = naming_words(message, ALONE) - place_words(words)
    return any(not has([fold(words[at].surface)], "of_learning") for at in named if at < len(words))


def asks_duty_alone(message: str) -> bool:
    """«Czy są obowiązkowe?»: asked of what was spoken of before, with no other thing named."""
    said = [fold(word.surface) for word in analyse(message, max_words=MOST_WORDS_AFTER + 1).words]
    rest = [word for word in said if not has([word], "beside_duty")]
    return 0 < len(said) <= MOST_WORDS_AFTER and has(said, "duty") and not rest


def has(said: Sequence[str], key: str) -> bool:
    """Tell whether a phrase of one list stands among folded words."""
    return _WORDS.says(said, key)


def _of(kind: dict[str, Any], asks: tuple[str, ...]) -> Entitlement:
    validity, renewal = (tuple(map(str, kind.get(key, ()))) for key in ("validity", "renewal"))
    return Entitlement(str(kind["rule"]), validity, renewal, str(kind.get("institution", "")), asks)


def _asks(said: Sequence[str], message: str) -> tuple[str, ...]:
    named = {intent for intent, _ in attributes_in(analyse(message, max_words=200).words)}
    asks = [intent.value for intent in _ASKED if intent in named]
    if has(said, "validity") or any(
        word.startswith(("wazn", "termin", "bezterminow", "valid", "indefinit", "дійсн", "чинн", "безстроков"))
        for word in said
    ):
        asks.append(Intent.VALIDITY.value)
    asks += ["place"] if {"gdzie", "where", "де", "куди"} & set(said) else []
    asks += ["renewal"] if has(said, "renewal") else []
    return tuple(dict.fromkeys(asks))
