"""Qualifications of vocational schools: full ones (one for each occupation) and the parts within them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ingest.addresses import qualification_url, slug
from ingest.snapshot.tables.links import Parts, occupation_key
from ingest.snapshot.tables.occupations import (
    LEVELS,
    TABLE_DATE,
    Context,
    Sources,
    as_ids,
    full_qualification_id,
    occupation_id,
)
from ingest.snapshot.tables.reading import Row, pieces
from ingest.snapshot.tables.sourcing import Draft, Source
from ingest.snapshot.tables.words import Texts, kzis_description, put_names, put_summary
from register.vocabulary import Confidence

PART_ROW = "kwalifikacja wyodrębniona w zawodzie (formuła 2019)"
_FULL_ROWS = {True: "zawód nauczany w branżowej szkole I stopnia", False: "zawód na poziomie technika"}
_TECHNICIAN = re.compile(r"technikum|BS II\b")
_SET = re.compile(r"^([A-Z]{3}\.\d{2}\.\d+)\s+(.+)$")
_WITH_ALL_SETS = frozenset({"INF.03", "INF.04"})
_TELLING_NOTE = re.compile(r"^(nowa od|nowy kod od|na KKZ tylko|wg źródła: wcześniejsza|Dz\.U\. 2021)")
_NAME_DOUBT = re.compile(r"^(wariant|kolejność słów w nazwie|projekt z )")
_LEVEL_DOUBT = re.compile(r"^PRK .*sprzeczność")
_INCLUDED = re.compile(r"włączona (\d{4}-\d{2}-\d{2})")
_COUNTS = Source(
    ("https://github.com/tzoltak/MLASZdane/blob/master/data/kzsb.RData",),
    Confidence.SECONDARY,
    as_of=TABLE_DATE,
    derived=True,
    note="poziom obliczony z liczby i poziomów kwalifikacji w zawodach",
)
UNNAMED = "Nazwy tej kwalifikacji nie widziano w źródłach: znany jest tylko kod."
_NOT_ALL_SETS = "tylko zestawy widziane w źródle; lista niepełna"


def full_qualification(row: Row, context: Context, documents: Mapping[str, Row]) -> Draft:
    """Turn an occupation's row into the full qualification that its diploma confirms."""
    draft = Draft(full_qualification_id(row), "qualification")
    sources = Sources.of(row)
    draft.put(sources.naming, name=row["occupation_name"], code=row["occupation_code"])
    draft.put(sources.naming, occupations=(occupation_id(row),))
    draft.put(
        sources.structure,
        branch=row.get("branch_name"),
        branch_code=row.get("branch_code"),
        prk_level=LEVELS.get(row.get("full_qualification_prk_level", "")),
    )
    if parts := context.parts.get(occupation_key(row)):
        draft.put(parts.source, parts=as_ids(parts))
    if row.get("school_types") != "szkoła artystyczna":
        schools = row.get("school_types", "")
        told = schools == "BS I" or _TECHNICIAN.search(schools) is not None
        put_document(draft, documents[_FULL_ROWS[schools == "BS I"]], derived=not told)
    _put_texts(draft, row, context.texts)
    return draft


def put_document(draft: Draft, row: Row, *, derived: bool = False) -> None:
    """Put down kind, document and awarding body from the row of higher_and_other about the type."""
    note = f"wg wiersza o rodzaju: {row['name']}"
    source = Source.of(row, derived=derived, note=note)
    kind = {"pełna": "full", "cząstkowa": "partial"}[row["full_or_partial"]]
    draft.put(source.but(derived=False), kind=kind, category="school")
    draft.put(source, document=row["document"], awarding_bodies=({"name": row["awarding_institution"]},))


def merge_rows(rows: Iterable[Row]) -> Mapping[str, tuple[Row, Row | None]]:
    """Return by code the newest row and the older one it contradicts, if any."""
    merged: dict[str, tuple[Row, Row | None]] = {}
    for row in rows:
        older = merged.get(row["qualification_code"])
        merged[row["qualification_code"]] = (row, older[0] if older else None)
    return merged


def part(row: Row, older: Row | None, parts: Mapping[str, Parts], texts: Texts) -> Draft:
    """Turn a row of school_qualifications into a partial qualification."""
    code = row["qualification_code"]
    draft = Draft(f"zrk:{code}", "qualification")
    source = Source.of(row)
    naming = source.but(note=_doubt_about_name(row, older))
    draft.put(naming, name=row["qualification_name"] or code)
    draft.put(source, code=code, branch=row["branch_name"], branch_code=row["branch_code"])
    draft.put(source, register_id=int(row["register_id"]) if row["register_id"] else None)
    _put_level(draft, row, older)
    _put_sets(draft, row, source)
    _put_notes(draft, row, source)
    _put_occupations(draft, row, source, parts)
    words = texts.qualifications.get(code, {})
    put_names(draft, words)
    put_summary(draft, words, source)
    draft.values["url"] = qualification_url(draft.values.get("register_id"), draft.values["name"])
    return draft


def _put_texts(draft: Draft, row: Row, texts: Texts) -> None:
    words: Mapping[str, Any] = texts.occupations.get(occupation_key(row), {})
    spoken = (words.get("feminine"), words.get("masculine"))
    put_names(draft, words, *(form for form in spoken if form))
    if words.get("summary"):
        # The tasks stand in the occupation: here they would double the snapshot's longest texts.
        put_summary(draft, {"summary": words["summary"]}, kzis_description(words["code"]))
    draft.values["url"] = qualification_url(None, row["occupation_name"])


def _doubt_about_name(row: Row, older: Row | None) -> str:
    if older:
        return f"starsze źródło podaje nazwę: {older['qualification_name']}"
    return row["notes"] if _NAME_DOUBT.search(row["notes"]) else ""


def _put_level(draft: Draft, row: Row, older: Row | None) -> None:
    held = row if row["prk_level_partial"] or older is None else older
    level = int(held["prk_level_partial"]) if held["prk_level_partial"] else None
    doubt = held["notes"] if _LEVEL_DOUBT.search(held["notes"]) else ""
    draft.put(_COUNTS if held["prk_basis"] == "derived" else Source.of(held, note=doubt), prk_level=level)


def _put_sets(draft: Draft, row: Row, source: Source) -> None:
    titles = (_SET.match(title) for title in pieces(row["learning_outcome_set_titles"], "|"))
    sets = tuple({"code": match[1], "title": match[2]} for match in titles if match)
    whole = row["qualification_code"] in _WITH_ALL_SETS
    draft.put(source if whole else source.but(note=_NOT_ALL_SETS), outcome_sets=sets)


def _put_notes(draft: Draft, row: Row, source: Source) -> None:
    telling = tuple(note for note in pieces(row["notes"], ";") if _TELLING_NOTE.match(note))
    draft.put(source, notes=telling if row["qualification_name"] else (*telling, UNNAMED))
    if included := _INCLUDED.search(row["notes"]):
        draft.put(source, included_on=included[1], status="included")


def _put_occupations(draft: Draft, row: Row, source: Source, parts: Mapping[str, Parts]) -> None:
    code = row["qualification_code"]
    draft.extend(source, "occupations", *(f"kzis:{found}" for found in row["occupation_codes"].split()))
    for key, claim in parts.items():
        if any(code in choice for choice in claim.choices):
            name = key if key.isdigit() else slug(key)
            draft.extend(claim.source, "occupations", f"kzis:{name}")
            draft.extend(claim.source, "part_of", f"zrk:{name}")
