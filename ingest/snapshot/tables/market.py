"""Market, sectoral and craft qualifications."""

import re
from collections.abc import Mapping

from ingest.addresses import first_address, qualification_url, slug
from ingest.snapshot.tables.decisions import decisions
from ingest.snapshot.tables.reading import Row, pieces
from ingest.snapshot.tables.sourcing import Draft, Source
from ingest.snapshot.tables.words import Texts, put_names, put_summary
from register.vocabulary import Confidence

KIND_SOURCE = Source(("https://kwalifikacje.gov.pl/o-zsk/informacja-o-zrk",), Confidence.REGISTER)
STATUS = {
    "włączona": "included",
    "włączona funkcjonująca": "functioning",
    "funkcjonująca": "functioning",
    "zawieszona": "suspended",
    "archiwalna": "archived",
}
_CATEGORIES = {
    "wolnorynkowa": "market",
    "sektorowa": "sectoral",
    "dyplom mistrzowski": "craft",
    "świadectwo czeladnicze": "craft",
}
_CRAFT_NOTE = "w obwieszczeniu: rynkowa; dziś rzemieślnicza wg podziału portalu (wniosek)"
_SHORT = re.compile(r"\bskrót:? ([^;]+)")
_STATUS_NOTE = re.compile(r"^status: ([^;]+)")
_BODY = re.compile(r"([^()]+?)(?: \(([^()]*)\))?$")
_QUALITY = re.compile(r"\bPZZJ: ([^;]+)")
_HOURS_NOTE = "liczba godzin jak w źródle: "


def market_qualification(row: Row, texts: Texts) -> Draft | None:
    """Turn a row of market_qualifications into a qualification; ``None`` where no source is kept."""
    source = Source.of(row, as_of=row["mp_year"] or row["date_included"] or None)
    if not source.sources:
        return None
    draft = Draft(f"zrk:{market_key(row) or slug(row['name'])}", "qualification")
    draft.put(source, name=row["name"], register_id=_number(row["register_id"]), notice=_notice(row))
    draft.put(source, api_id=_number(row["register_id_alt"]), prk_level=_number(row["prk_level"]))
    _put_category(draft, row, source)
    _put_terms(draft, row, source)
    _put_links(draft, row, source)
    words = texts.qualifications.get(market_key(row) or row["name"], {})
    put_names(draft, words)
    put_summary(draft, words, source)
    draft.values["url"] = qualification_url(draft.values.get("register_id"), row["name"])
    return draft


def market_key(row: Row) -> str:
    """Return the register id, else the notice as ``MP-YEAR-POSITION``, else nothing."""
    notice = f"MP-{row['mp_year']}-{row['mp_position']}" if row["mp_position"] else ""
    return row["register_id"] or notice


def validity(text: str, renewal: str = "") -> dict[str, object] | None:
    """Read how long a document is valid: ``bezterminowo…`` or a number of years."""
    if not text:
        return None
    years = re.match(r"(\d+) lat", text)
    return {
        "text": text,
        "years": int(years[1]) if years else None,
        "indefinite": text.startswith("bezterminow"),
        "renewal": renewal,
    }


def put_bodies(draft: Draft, row: Row, ids: Mapping[str, str]) -> None:
    """Put down who awards, who applied and who assures quality; ``ids`` maps names to record ids."""
    source = Source.of(row, as_of=row["mp_year"] or row["date_included"] or None)
    found = (_BODY.match(name) for name in pieces(row["certifying_institutions"], "|"))
    awarding = tuple(_body(one[1], one[2] or "", ids) for one in found if one)
    applied = (body for body in awarding if body["name"] in decisions()["applicants"])
    quality = _QUALITY.search(row["notes"])
    draft.put(source, awarding_bodies=awarding)
    draft.put(source, applicants=tuple({**body, "note": ""} for body in applied))
    draft.put(source, quality_bodies=(_body(quality[1].strip(), "", ids),) if quality else ())


def _body(name: str, note: str, ids: Mapping[str, str]) -> dict[str, str]:
    record_id = {"id": ids[name]} if name in ids else {}
    return {"name": name, "note": note or decisions()["body_notes"].get(name, ""), **record_id}


def _put_category(draft: Draft, row: Row, source: Source) -> None:
    stem = re.sub(r"\s*\(.*", "", row["category"])
    category = _CATEGORIES.get(stem)
    concluded = source.but(derived=True, note=_CRAFT_NOTE) if category == "craft" else source
    draft.put(concluded, category=category)
    if category:
        draft.put(KIND_SOURCE, kind="partial")
    if category == "craft":
        draft.put(source, document=stem)


def _put_terms(draft: Draft, row: Row, source: Source) -> None:
    framework = re.sub(r"^(\d) \(.*", r"poziom \1 (sektor niewidziany)", row["sectoral_framework"])
    hours = re.match(r"\d+", row["volume_hours"])
    counted = source.but(note=_HOURS_NOTE + row["volume_hours"]) if "(" in row["volume_hours"] else source
    short, status = _SHORT.search(row["notes"]), _STATUS_NOTE.search(row["notes"])
    draft.put(counted, volume_hours=int(hours[0]) if hours else None)
    draft.put(
        source,
        sectoral_framework=framework,
        included_on=row["date_included"],
        validity=validity(row["certificate_validity"], row["renewal_conditions"]),
        entry_conditions=row["entry_conditions"],
        short_name=short[1].strip() if short else None,
        status=STATUS.get(status[1].strip()) if status else None,
    )


def _put_links(draft: Draft, row: Row, source: Source) -> None:
    url = first_address((row["url"], *source.sources))
    if url and "k?id_kw=" not in url:
        official = "kwalifikacje.gov.pl" in url
        title = "karta kwalifikacji" if official else "obwieszczenie lub opis"
        draft.put(source, links=({"title": title, "url": url.split("&pdf=")[0].split("&doc=")[0]},))


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _notice(row: Row) -> str:
    return f"M.P. {row['mp_year']} poz. {row['mp_position']}" if row["mp_position"] else ""
