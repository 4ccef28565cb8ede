"""School occupations, present and withdrawn."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest.addresses import qualification_url, slug
from ingest.snapshot.tables.decisions import decisions
from ingest.snapshot.tables.links import Parts, complete, occupation_key
from ingest.snapshot.tables.reading import Row, pieces
from ingest.snapshot.tables.riasec import SOURCE as RIASEC_SOURCE
from ingest.snapshot.tables.sourcing import Draft, Source
from ingest.snapshot.tables.words import Texts, kzis_description, put_gender, put_names, put_summary

CLASSIFICATION_TABLE = "MLASZdane"
KZIS_TREE = "KZiS 2023"
TABLE_DATE = "2020-04"
LEVELS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_TELLING_NOTE = re.compile(r"^(nabór|nowy 20|zawód po)")
_YES_NO = {"tak": True, "nie": False}


@dataclass(frozen=True, slots=True)
class Context:
    """What the rows of an occupation are joined with."""

    parts: Mapping[str, Parts]
    interests: Mapping[str, dict[str, Any]]
    texts: Texts


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a row by what they hold: names and codes, structure (the table of April 2020)."""

    naming: Source
    structure: Source

    @classmethod
    def of(cls, row: Row) -> "Sources":
        """Tell the sources of a row apart."""
        whole = Source.of(row)
        table = tuple(name for name in whole.sources if CLASSIFICATION_TABLE in name)
        tree = tuple(name for name in whole.sources if KZIS_TREE in name)
        dated = TABLE_DATE if table else None
        naming = whole.only(*table, *tree).but(as_of="2023" if tree else dated)
        return cls(naming, whole.only(*table).but(as_of=dated))


def occupation(row: Row, context: Context, *, withdrawn: bool = False) -> Draft:
    """Turn a row of school_occupations or withdrawn_occupations into an occupation."""
    draft = Draft(occupation_id(row), "occupation")
    sources = Sources.of(row)
    draft.put(sources.naming, name=row["occupation_name"], code=row["occupation_code"])
    draft.put(sources.naming, classification_year=_classification_year(row, withdrawn=withdrawn))
    draft.put(sources.naming.but(derived=True, note="cztery cyfry kodu KZiS"), isco_group=_isco_group(row))
    draft.put(sources.naming, **({"withdrawn": True} if withdrawn else {"school_occupation": True}))
    _put_structure(draft, row, sources, withdrawn=withdrawn)
    _put_texts(draft, context.texts.occupations.get(occupation_key(row), {}))
    draft.put(RIASEC_SOURCE, riasec=context.interests.get(row["occupation_code"]))
    if not withdrawn:
        _put_parts(draft, row, context.parts.get(occupation_key(row)))
    draft.values["url"] = qualification_url(None, row["occupation_name"])
    return draft


def new_occupation(row: Row, context: Context) -> Draft:
    """Turn a row of occupation_links about an occupation outside school_occupations into an occupation."""
    draft = Draft(occupation_id(row), "occupation")
    source = context.parts[occupation_key(row)].source
    draft.put(source, name=row["occupation_name"], school_occupation=True)
    _put_texts(draft, context.texts.occupations.get(occupation_key(row), {}))
    _put_parts(draft, row, context.parts[occupation_key(row)])
    draft.values["url"] = qualification_url(None, row["occupation_name"])
    return draft


def occupation_id(row: Row) -> str:
    """Return the record id of the row's occupation."""
    return f"kzis:{row['occupation_code'] or slug(row['occupation_name'])}"


def full_qualification_id(row: Row) -> str:
    """Return the record id of the row's full qualification."""
    return f"zrk:{row['occupation_code'] or slug(row['occupation_name'])}"


def _put_structure(draft: Draft, row: Row, sources: Sources, *, withdrawn: bool) -> None:
    years = row["policealna_years"]
    notes = tuple(note for note in pieces(row["notes"], ";") if _TELLING_NOTE.match(note))
    draft.put(
        sources.structure,
        branch=row["branch_name"],
        branch_code=row["branch_code"],
        school_types=pieces(row["school_types"], ","),
        post_secondary_years=float(years) if years else None,
        full_prk_level=LEVELS.get(row["full_qualification_prk_level"]),
        partial_levels=row["partial_levels"],
        kkz_allowed=_YES_NO.get(row["kkz_allowed"]),
        entry_restrictions=row["entry_restrictions"],
    )
    draft.put(sources.structure, **({"withdrawn_note": row["notes"]} if withdrawn else {"notes": notes}))


def _put_texts(draft: Draft, words: Mapping[str, Any]) -> None:
    put_names(draft, words)
    put_gender(draft, words)
    if words.get("summary"):
        put_summary(draft, words, kzis_description(words["code"]))


def _put_parts(draft: Draft, row: Row, parts: Parts | None) -> None:
    draft.put(draft.source("name"), full_qualification=full_qualification_id(row))
    levels = row.get("partial_levels", "")
    if parts:
        draft.put(parts.source, qualifications=as_ids(parts))
    if (known := complete(parts, levels)) is not None:
        counted = Sources.of(row).structure.but(derived=True, note="z liczby kwalifikacji w klasyfikacji")
        draft.put(counted, qualifications_complete=known)


def as_ids(parts: Parts) -> tuple[tuple[str, ...], ...]:
    """Return the choices as record ids."""
    return tuple(tuple(f"zrk:{code}" for code in choice) for choice in parts.choices)


def _classification_year(row: Row, *, withdrawn: bool) -> int | None:
    """Return 2023 or 2019, whichever classification the sources hold the code of; ``None`` where neither."""
    if not row["occupation_code"]:
        return None
    if row["kzis2023_school_flag"] or KZIS_TREE in row["notes"].replace("brak w KZiS 2023", ""):
        return 2023
    return 2019 if withdrawn or CLASSIFICATION_TABLE in row["source_urls"] else None


def _isco_group(row: Row) -> str:
    group = row["occupation_code"][:4]
    return "" if not group or int(group) in decisions()["kzis_only_groups"] else group
