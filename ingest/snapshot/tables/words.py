"""This project's own texts about records: working translations, everyday words, plain summaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.snapshot.tables.reading import read_jsonl
from ingest.snapshot.tables.sourcing import Draft, Source
from register.vocabulary import Confidence

KZIS_DATE = "2024-07-10"
Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts by key: a code or id, or the name where there is none."""

    occupations: Mapping[str, Words]
    qualifications: Mapping[str, Words]
    institutions: Mapping[str, Words]
    facts: tuple[Words, ...]
    activities: Mapping[str, Words] = field(default_factory=dict)
    pay: tuple[Words, ...] = ()


def read_texts(folder: Path) -> Texts:
    """Read every text file of ``folder``; a missing one leaves its part empty."""
    occupations = (text for path in sorted(folder.glob("occupations_*.jsonl")) for text in read_jsonl(path))
    return Texts(
        {text.get("code") or text["name"]: text for text in occupations},
        {text.get("code") or text["name"]: text for text in read_jsonl(folder / "qualifications.jsonl")},
        {text["name"]: text for text in read_jsonl(folder / "institutions.jsonl")},
        tuple(read_jsonl(folder / "facts.jsonl")),
        {text["id"]: text for path in sorted(folder.glob("activities*.jsonl")) for text in read_jsonl(path)},
        tuple(read_jsonl(folder / "pay.jsonl")),
    )


def put_names(draft: Draft, words: Words, *more: str) -> None:
    """Put down translations and everyday words (``more``: Polish ones); they rest on the name's source."""
    aliases = {
        "pl": tuple(dict.fromkeys((*more, *words.get("everyday", ())))),
        "en": tuple(words.get("everyday_en", ())),
        "uk": tuple(words.get("everyday_uk", ())),
    }
    draft.put(
        draft.source("name").own(),
        translations={language: words[language] for language in ("en", "uk") if words.get(language)},
        aliases={language: texts for language, texts in aliases.items() if texts},
    )


def put_activities(draft: Draft, words: Words) -> None:
    """Put down what one does in it, by language; it rests on the source of the summary, or of the name."""
    spoken = {language: tuple(words[language]) for language in ("pl", "en", "uk") if words.get(language)}
    draft.put(draft.source("summary" if "summary" in draft.claims else "name").own(), activities=spoken)


def put_gender(draft: Draft, words: Words) -> None:
    """Put down the other-gender form of an occupation's name."""
    source = draft.source("name").own()
    draft.put(source, feminine=words.get("feminine"), masculine=words.get("masculine"))


def put_summary(draft: Draft, words: Words, source: Source) -> None:
    """Put down summary and tasks, which rest on ``source``."""
    dated = source.as_of if source.confidence is Confidence.OWN else None
    own = source.own().but(as_of=dated)
    draft.put(own, summary=words.get("summary"), tasks=tuple(words.get("tasks", ())))


def kzis_description(code: str) -> Source:
    """Return the source of an occupation's official description."""
    name = f"KZiS, opis zawodu {code} (psz.praca.gov.pl, stan {KZIS_DATE})"
    return Source((name,), Confidence.OWN, as_of=KZIS_DATE)
