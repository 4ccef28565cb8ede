"""What a message tells of somebody's lot («chore kolano», «zabija mnie ta praca na magazynie») beside what they want.

The job one has enough of, or can do no more, is not the one to be shown; an ailment is no word to search with.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("plight.yaml"))
HEALTH, WORN, BACK = "health", "worn", "back"
_CLAUSES = re.compile(r"(?<=[.,;!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Plight:
    """``kinds`` of what was told, ``wish`` is what the message says beside it, nothing where it says no more."""

    kinds: tuple[str, ...]
    wish: str


def plight_in(message: str) -> Plight | None:
    """Return what a message tells of somebody's lot and what it wants beside that; ``None`` where it tells nothing."""
    clauses = [clause.strip() for clause in _CLAUSES.split(message) if clause.strip()]
    told = {kind for clause in clauses for kind in _told(clause)}
    if not told:
        return None
    kept: list[str] = []
    for clause in clauses:
        left = _left(clause)
        if left and (kept or _wishes(left, "wishes")) and not _PHRASES.says(_said(clause), "before"):
            kept.append(left)
    wish = " ".join(kept)
    return Plight(tuple(kind for kind in (HEALTH, WORN, BACK) if kind in told), wish if _names(wish) else "")


def _told(clause: str) -> tuple[str, ...]:
    """The kinds of what a clause tells; asked first («jak opiekować się osobą po operacji») it is nobody's own lot."""
    said = _said(clause)
    asks = next((at for at, word in enumerate(said) if _PHRASES.has_word(word, "asks")), len(said))
    own = (kind for kind in (HEALTH, WORN) if any(at < asks for at, _ in _PHRASES.spans(said, kind)))
    return (*own, *((BACK,) if _PHRASES.says(said, BACK) else ()))


def _left(clause: str) -> str:
    """What a clause says beside the telling: from the word on that asks or wishes, all of it where nothing is told."""
    told = [at + size for kind in _told(clause) for at, size in _PHRASES.spans(_said(clause), kind)]
    said = _said(clause)
    asks = next((at for at, word in enumerate(said) if _PHRASES.has_word(word, "asks")), len(said))
    if not told or (told and asks < min(told) and not _own(clause)):
        return clause
    words = [word.surface for word in analyse(clause, max_words=200).words]
    starts = [at for at in range(max(told), len(said)) if _PHRASES.has_word(said[at], "asks")]
    return " ".join(words[starts[0] :]) if starts else ""


def _own(clause: str) -> bool:
    return bool({HEALTH, WORN}.intersection(_told(clause)))


def _wishes(clause: str, key: str) -> bool:
    return any(_PHRASES.has_word(word, key) for word in _said(clause))


def _names(wish: str) -> bool:
    """Tell whether what is left names anything to look for or ask about."""
    words = analyse(wish, max_words=100).words
    told = (word.folded for word in words if not word.stop)
    return any(not any(_PHRASES.has_word(word, key) for key in ("idle", "asks")) for word in told)


def _said(text: str) -> list[str]:
    return [fold(word.surface) for word in analyse(text, max_words=200).words]
