"""Why a search gave what it gave: what was read out of the words, repaired, matched, and how to undo it."""

from collections.abc import Iterator

from register.vocabulary import Language
from retrieval import Hit, SearchResult
from ui.searching import title_of
from ui.texts import has, text


def explanation(result: SearchResult, language: Language = Language.PL) -> Iterator[str]:
    """Yield a line for each note and each hit, and how to search for the plain words."""
    yield from (_note(note, language) for note in result.notes)
    yield from (_hit(place, hit, language) for place, hit in enumerate(result.hits, 1))
    if any(note.startswith(("filter:", "linked:")) for note in result.notes):
        yield text("explain.undo", language)


def _note(note: str, language: Language) -> str:
    """Put ``kind:left>right`` or ``kind:name=value`` into words; an unknown kind is shown as it is."""
    kind, _, what = note.partition(":")
    if not has(f"explain.{kind}"):
        return text("search.note", language, what=note)
    name, _, value = what.partition(">" if kind == "repaired" else "=")
    return text(f"explain.{kind}", language, name=name, value=value)


def _hit(place: int, hit: Hit, language: Language) -> str:
    return text(
        "explain.hit",
        language,
        place=place,
        title=f"{title_of(hit.record)} ({hit.record.id})",
        score=f"{hit.score:.3f}",
        confidence=f"{hit.confidence:.2f}",
        words=", ".join(hit.because) or "–",
    )
