"""The snapshot as shipped: every record valid, sourced, linked; and the same again when it is made anew."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from ingest import snapshot
from ingest.snapshot.build import make, write
from register.library import dangling_references, duplicate_ids, to_json
from register.occupation import Occupation
from register.qualification import SCHOOL_CODE, Qualification
from register.vocabulary import Language, QualificationCategory, RecordType

FOLDER = Path(snapshot.__file__).parent
TEXTS = FOLDER / "texts"
# Texts about rows that have no source and so are no records.
WITHOUT_RECORD = {"12710", "CHIC Warsaw"}


@pytest.fixture(scope="module")
def records():
    return tuple(snapshot.load())


@pytest.fixture(scope="module")
def by_id(records):
    return {record.id: record for record in records}


@pytest.fixture(scope="module")
def qualifications(records):
    return [record for record in records if isinstance(record, Qualification)]


@pytest.fixture(scope="module")
def occupations(records):
    return [record for record in records if isinstance(record, Occupation)]


def lines(name: str) -> list[dict]:
    paths = sorted(TEXTS.glob(name))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def test_no_id_twice_and_no_reference_into_nothing(records):
    assert not duplicate_ids(records)
    assert not dangling_references(records)


def test_no_field_without_a_source(records):
    assert not {record.id: missing for record in records if (missing := record.fields_without_source())}


def test_no_placeholder_stands_for_a_source(records):
    sources = {source for record in records for entry in record.provenance for source in entry.sources}

    assert not [source for source in sources if "no address" in source or "nie zapisany" in source]
    assert not [source for source in sources if source != source.strip() or "&amp;" in source]


def test_the_counts_are_those_of_the_tables(records, qualifications, occupations):
    types = Counter(record.record_type for record in records)
    categories = Counter(record.category for record in qualifications)
    full = [record for record in qualifications if record.id.removeprefix("zrk:") in codes_of(occupations)]

    assert types[RecordType.QUALIFICATION] == 526
    assert types[RecordType.OCCUPATION] == 281  # 239 of schools, 5 new ones without a code, 37 withdrawn
    assert types[RecordType.INSTITUTION] == 32
    assert types[RecordType.SYSTEM_FACT] >= 129
    assert len([one for one in occupations if one.school_occupation]) == 244
    assert len([one for one in occupations if one.withdrawn]) == 37
    assert len(full) == 244
    assert len([one for one in qualifications if re.match(SCHOOL_CODE, one.code)]) == 184
    assert categories[QualificationCategory.SECTORAL] == 1
    assert categories[QualificationCategory.REGULATED] == 0


def codes_of(occupations):
    return {one.id.removeprefix("kzis:") for one in occupations if not one.withdrawn}


def test_codes_look_like_codes(qualifications, occupations):
    for record in qualifications:
        assert re.match(rf"^$|{SCHOOL_CODE}|^\d{{6}}$", record.code), record.id
        if record.code:
            assert record.id == f"zrk:{record.code}"
        elif record.register_id:
            assert record.id == f"zrk:{record.register_id}"
    for record in occupations:
        assert not record.code or record.id == f"kzis:{record.code}"


def test_links_lead_both_ways(by_id, occupations, qualifications):
    for occupation in (one for one in occupations if one.school_occupation):
        full = by_id[occupation.full_qualification]
        assert full.occupations == (occupation.id,)
        assert full.parts == occupation.qualifications
        for part in (part for choice in full.parts for part in choice):
            assert full.id in by_id[part].part_of
            assert occupation.id in by_id[part].occupations
    for part in qualifications:
        for full_id in part.part_of:
            assert part.id in {one for choice in by_id[full_id].parts for one in choice}


def test_the_programmer_is_as_everybody_expects(by_id):
    occupation, full, part = by_id["kzis:351406"], by_id["zrk:351406"], by_id["zrk:INF.03"]

    assert occupation.qualifications == (("zrk:INF.03",), ("zrk:INF.04",))
    assert occupation.qualifications_complete
    assert (full.prk_level, full.document) == (5, "dyplom zawodowy")
    assert [body.name for body in full.awarding_bodies] == ["okręgowa komisja egzaminacyjna"]
    assert set(part.part_of) == {"zrk:351203", "zrk:351406"}
    assert len(part.outcome_sets) == 8


def test_contradictions_are_settled_as_decided(by_id):
    assert by_id["zrk:311204"].parts == (("zrk:BUD.01", "zrk:BUD.08", "zrk:BUD.12"), ("zrk:BUD.14",))
    assert by_id["zrk:311513"].parts == (("zrk:MOT.02", "zrk:MOT.05"), ("zrk:MOT.06",))
    assert by_id["zrk:311513"].register_id == 12911
    assert by_id["zrk:741203"].register_id == 12907
    assert "TDR.02" in by_id["zrk:311927"].source_of("parts").note
    assert "sprzeczność" in by_id["zrk:ROL.07"].source_of("prk_level").note
    assert by_id["zrk:INF.07"].source_of("name").note.startswith("wariant pisowni")
    assert by_id["zrk:PGF.04"].source_of("name").note.startswith("starsze źródło podaje nazwę")


def test_levels_by_conclusion_are_marked(by_id, qualifications):
    derived = [record for record in qualifications if record.is_derived("prk_level")]

    assert by_id["zrk:matura"] in derived
    assert by_id["zrk:INF.03"] in derived
    assert by_id["zrk:HGT.01"] not in derived
    assert len(derived) == 39 + 66 - 2 + 5  # school tables (two codes in both), matura, degrees


def test_a_code_without_a_name_never_gets_one(qualifications):
    unnamed = [one for one in qualifications if one.name == one.code]

    assert len(unnamed) == 71 + 4
    assert not [one.id for one in unnamed if one.summary or one.translations or one.aliases]
    assert all("znany jest tylko kod" in one.notes[-1] for one in unnamed)


def test_interests_are_labelled_as_computed(occupations):
    rated = [one for one in occupations if one.riasec]

    assert len(rated) > 250
    assert all(one.is_derived("riasec") and one.riasec.how for one in rated)


def test_every_summary_exists_in_three_languages(records):
    summaries = [record.summary for record in records if record.summary]

    assert len(summaries) > 500
    assert all(text.has(language) for text in summaries for language in Language)


def test_every_text_is_used(by_id, records):
    names = {record.name for record in records}
    translated = {record.translations.get(Language.EN) for record in records}
    unused = [
        text
        for text in (*lines("occupations_*.jsonl"), *lines("qualifications.jsonl"), *lines("institutions.jsonl"))
        if not WITHOUT_RECORD & {text.get("code"), text["name"]}
        and not (text["en"] in translated or "(34" in text["name"] or text["name"] in names)
    ]
    summaries = {record.summary.pl for record in records if record.summary}
    facts = {f"fact:{text['key']}" for text in lines("facts.jsonl")}

    assert not unused
    assert not [text for text in lines("*s*.jsonl") if "summary" in text and text["summary"]["pl"] not in summaries]
    assert facts <= by_id.keys()


def test_the_files_are_sorted_and_in_the_one_spelling(records):
    for name in snapshot.TABLES:
        written = (FOLDER / "records" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        held = [record for record in records if f"{record.record_type}s" == name]
        assert written == [to_json(record) for record in held]
        assert [record.id for record in held] == sorted(record.id for record in held)


def test_making_it_anew_gives_the_same_bytes(shared, tmp_path):
    write(make(shared / "facts", shared / "data"), tmp_path)

    for name in snapshot.TABLES:
        made = (tmp_path / f"{name}.jsonl").read_bytes()
        assert made == (FOLDER / "records" / f"{name}.jsonl").read_bytes(), name


def test_no_summary_copies_its_official_description(shared, occupations):
    descriptions = shared / "data" / "kzis" / "kzis_opisy_zawodow_2024-07-10.csv"
    with descriptions.open(encoding="utf-8-sig", newline="") as rows:
        official = {row["code"]: " ".join(row.values()) for row in csv.DictReader(rows)}
    copied = {
        one.id: runs
        for one in occupations
        if one.summary and (runs := shared_runs(one.summary.pl, official[one.code], one.name))
    }

    assert not copied


def shared_runs(text: str, source: str, name: str) -> set[tuple[str, ...]]:
    """Five words in a row that both hold, fixed terms and the occupation's name aside."""
    allowed = {*runs(name), *runs("zgodnie z przepisami bezpieczeństwa i higieny pracy oraz ochrony środowiska")}
    return (runs(text) & runs(source)) - allowed


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[start:] for start in range(5)), strict=False))
