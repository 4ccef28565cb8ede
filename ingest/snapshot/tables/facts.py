"""Facts about the system: rules, notions, entitlements elsewhere, services, and what the register lacks."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from ingest.addresses import PORTAL, act_url, first_address
from ingest.snapshot.tables.sourcing import Draft, Source, named_sources
from register.vocabulary import Confidence

_OFFICIAL = re.compile(
    r"\.gov\.pl|\boke\.|cke\.|\bore\.edu|ibe\.edu|nawa\.|europass|\blex\.pl|prawo\.pl|infor(lex)?\.pl"
)


def system_fact(text: Mapping[str, Any]) -> Draft:
    """Turn one line of facts.jsonl into a fact."""
    draft = Draft(f"fact:{text['key']}", "system_fact")
    source = Source(
        named_sources(text["sources"]), Confidence(text["confidence"]), as_of=text.get("valid_from") or None
    )
    draft.put(
        source,
        name=text["title"]["pl"],
        fact_kind=text["kind"],
        topic=text["topic"],
        title=text["title"],
        text=text["text"],
        caveat=text.get("caveat"),
        valid_from=text.get("valid_from"),
        related=tuple(_related(key) for key in text.get("related", ())),
    )
    questions = {"pl": text.get("questions"), "en": text.get("questions_en"), "uk": text.get("questions_uk")}
    draft.put(
        source.own(),
        questions={language: tuple(asked) for language, asked in questions.items() if asked},
        translations={language: text["title"][language] for language in ("en", "uk") if language in text["title"]},
    )
    draft.values["url"] = _official_address(source.sources) or act_url(source.sources) or f"{PORTAL}/"
    return draft


def drop_unknown_related(draft: Draft, known: Collection[str]) -> tuple[str, ...]:
    """Keep only references to records that exist; return the others."""
    related = draft.values.get("related", ())
    if related:
        draft.values["related"] = tuple(key for key in related if key in known and key != draft.id)
    return tuple(key for key in related if key not in known)


def _related(key: str) -> str:
    return key if ":" in key else f"fact:{key}"


def _official_address(sources: tuple[str, ...]) -> str | None:
    """Return the first address of a public body, else the first of all."""
    official = tuple(source for source in sources if _OFFICIAL.search(source))
    return first_address(official) or first_address(sources)
