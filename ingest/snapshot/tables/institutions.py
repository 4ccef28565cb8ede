"""Institutions: those that examine, award, assure quality, oversee or help."""

import re
from collections.abc import Iterable, Mapping

from ingest.addresses import INSTITUTION_SEARCH, first_address, slug
from ingest.snapshot.tables.decisions import decisions
from ingest.snapshot.tables.reading import Row, pieces
from ingest.snapshot.tables.sourcing import Draft, Source
from ingest.snapshot.tables.words import Texts, put_names

_BOARD = "Okręgowa Komisja Egzaminacyjna"
_WHOLE_COUNTRY = {"16 województw": "kraj"}
_ABOUT_TABLE = re.compile(r"^(wiersz dodaje|art\. )")


def institution(row: Row, texts: Texts) -> Draft | None:
    """Turn a row of institutions into an institution; ``None`` where no source is kept."""
    source = Source.of(row)
    if not source.sources:
        return None
    name = decisions()["names"].get(row["name"], row["name"])
    draft = Draft(institution_id(row), "institution")
    draft.put(source, name=name, type_label=row["type"], city=row["city"], scope=row["qualifications_or_scope"])
    draft.put(source, regions=tuple(_WHOLE_COUNTRY.get(one, one) for one in pieces(row["region"], ",")))
    draft.put(source, roles=tuple(decisions()["roles"][row["type"]]))
    draft.put(source, notes=tuple(n for n in pieces(row["notes"], ";") if not _ABOUT_TABLE.match(n)))
    put_names(draft, texts.institutions.get(row["name"], {}))
    draft.values["url"] = first_address(source.sources) or INSTITUTION_SEARCH
    return draft


def add_row(draft: Draft, row: Row) -> None:
    """Add what a second row about the same institution says."""
    draft.extend(Source.of(row), "roles", *decisions()["roles"][row["type"]])
    addition = row["qualifications_or_scope"]
    source = draft.source("scope")
    draft.put(source, scope=f"{draft.values['scope']}; {addition}")
    draft.claims["scope"].append(Source.of(row))


def institution_id(row: Row) -> str:
    """Return the record id: ``inst:oke-gdansk`` for an examination board, else a slug of the name."""
    return f"inst:oke-{slug(row['city'])}" if row["name"].startswith(_BOARD) else f"inst:{slug(row['name'])}"


def add_qualifications(institutions: Iterable[Draft], qualifications: Mapping[str, Draft]) -> None:
    """Link institutions to the qualifications that name them, and to those whose ids their scope names."""
    named: dict[str, list[tuple[str, Source]]] = {}
    for draft in qualifications.values():
        for role in ("awarding_bodies", "applicants", "quality_bodies"):
            for body in draft.values.get(role, ()):
                if "id" in body:
                    named.setdefault(body["id"], []).append((draft.id, draft.source(role)))
    for place in institutions:
        for record_id, source in named.get(place.id, ()):
            place.extend(source, "qualifications", record_id)
        numbers = re.findall(r"\b(\d{5})\b", place.values.get("scope", ""))
        known = (f"zrk:{number}" for number in numbers if f"zrk:{number}" in qualifications)
        place.extend(place.source("name"), "qualifications", *known)
