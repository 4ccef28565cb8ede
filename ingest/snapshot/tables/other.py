"""Types of documents and programmes: general, artistic, degrees, postgraduate, craft."""

import re
from collections.abc import Mapping

from ingest.addresses import qualification_url, slug
from ingest.snapshot.tables.occupations import LEVELS
from ingest.snapshot.tables.reading import Row
from ingest.snapshot.tables.sourcing import Draft, Source
from ingest.snapshot.tables.words import Texts, put_names, put_summary

_CATEGORIES = {
    "ogólne": "general",
    "artystyczne": "artistic_school",
    "szkolnictwo branżowe": "school",
    "rzemieślnicze": "craft",
    "studia": "degree",
    "podyplomowe": "postgraduate",
}
_KINDS = {"pełna": "full", "cząstkowa": "partial"}
_BODY_IDS = {"izba rzemieślnicza": "izby rzemieślnicze"}
_ABOUT_SOURCE = re.compile(r"poziom z |poziom wywnioskowany|podany jako")
_UNSEEN_NAME = " (nazwa niewidziana)"
_ARTISTIC = re.compile(r"^(.+) \((\d{6})\)$")


def is_regulated(row: Row) -> bool:
    """Tell whether a row is an entitlement under other rules: a fact about the system, not a record of it."""
    return row["category"].startswith("uregulowane")


def other_qualification(row: Row, texts: Texts, bodies: Mapping[str, str]) -> Draft:
    """Turn a row of higher_and_other into a qualification of its own."""
    draft = Draft(f"zrk:{slug(row['name'])}", "qualification")
    draft.put(Source.of(row), name=row["name"])
    put_terms(draft, row, bodies)
    put_words(draft, row, texts)
    draft.values["url"] = qualification_url(None, row["name"])
    return draft


def artistic_code(row: Row) -> str:
    """Return the occupation code in the name of an artistic row (``plastyk (343204)``), or nothing."""
    match = _ARTISTIC.match(row["name"])
    return match[2] if match else ""


def put_terms(draft: Draft, row: Row, bodies: Mapping[str, str]) -> None:
    """Put down category, kind, level, document and awarding body (artistic: on the full qualification)."""
    remark = row["notes"] if _ABOUT_SOURCE.search(row["notes"]) else ""
    source = Source.of(row)
    draft.put(source, category=_CATEGORIES[row["category"]], kind=_KINDS.get(row["full_or_partial"]))
    level = source.but(derived=row["prk_basis"] == "derived", note=remark)
    draft.fill(level, prk_level=_level(row["prk_level"]))
    unseen = row["document"].endswith(_UNSEEN_NAME)
    titled = source.but(note="pełnej nazwy dokumentu nie widziano") if unseen else source
    draft.put(titled, document=row["document"].removesuffix(_UNSEEN_NAME))
    draft.put(source, awarding_bodies=_bodies(row["awarding_institution"], bodies))
    draft.put(source, notes=(row["notes"],) if row["notes"] and not remark else ())


def put_words(draft: Draft, row: Row, texts: Texts) -> None:
    """Put down this project's texts about a row."""
    words = texts.qualifications.get(row["name"], {})
    put_names(draft, {**words, **draft.values.get("translations", {})}, *_known_aliases(draft))
    put_summary(draft, words, Source.of(row))


def _known_aliases(draft: Draft) -> tuple[str, ...]:
    return tuple(draft.values.get("aliases", {}).get("pl", ()))


def _level(cell: str) -> int | None:
    """Read one level in Roman or Arabic digits; a range is not a level."""
    return LEVELS.get(cell) or (int(cell) if cell.isdigit() else None)


def _bodies(cell: str, ids: Mapping[str, str]) -> tuple[dict[str, str], ...]:
    record_id = ids.get(_BODY_IDS.get(cell, cell))
    return ({"name": cell, **({"id": record_id} if record_id else {})},) if cell else ()
