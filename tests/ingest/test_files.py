"""Files: our own shape both ways, and the official ones an operator hands over."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_strategies import records

from ingest.files import write_atomically
from ingest.sources.errors import SourceError
from ingest.sources.esco import ATTRIBUTION, read_esco
from ingest.sources.jsonl import read_records, write_records
from ingest.sources.kzis import read_kzis

TODAY = date(2026, 11, 20)
URI = "http://data.europa.eu/esco/occupation/"


@given(st.lists(records, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_what_is_exported_and_imported_is_the_same(tmp_path, given_records):
    path = tmp_path / "records.jsonl"

    assert write_records(path, given_records) == len(given_records)
    first = path.read_bytes()
    assert list(read_records(path)) == given_records
    write_records(path, read_records(path))
    assert path.read_bytes() == first


def test_a_line_that_is_no_record_is_named_by_its_number(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text('\n\n{"record_type":"institution","id":"inst:a"}\n')

    with pytest.raises(SourceError, match=r"records\.jsonl, line 3: .*name"):
        list(read_records(path))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"none\.jsonl cannot be read: No such file"):
        list(read_records(tmp_path / "none.jsonl"))


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("old")

    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "new \ud800")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["records.jsonl"]


KZIS = (
    "code,name,synthesis,tasks1,tasks2\n"
    '999901,Tester materacy,"Sprawdza materace; leży.","kładzenie się;\n\twstawanie;\n - pisanie raportów.",'
    "kładzenie się\n"
    "999902,Bez opisu,,,\n"
)


def test_a_kzis_file_becomes_occupations_with_their_year(tmp_path):
    path = tmp_path / "opisy.csv"
    path.write_text("\ufeff" + KZIS, encoding="utf-8")

    tester, bare = read_kzis(path, 2024, TODAY)

    assert (tester.id, tester.code, tester.classification_year) == ("kzis:999901", "999901", 2024)
    assert tester.summary.pl == "Sprawdza materace; leży."
    assert tester.tasks == ("kładzenie się", "wstawanie", "pisanie raportów")
    assert "psz.praca.gov.pl" in tester.provenance[0].sources[0]
    assert (bare.name, bare.summary, bare.tasks) == ("Bez opisu", None, ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a KZiS file"),
        (b"a,b\n1,2\n", "not a KZiS file"),
        (KZIS.replace("999901", "99").encode(), r"kzis:99: .*code"),
        (b"code,name,synthesis\n999901\n", "kzis:999901: .*name"),
        (KZIS.encode("cp1250"), "cannot be read"),
        (b'code,name,synthesis\n999901,"x' + b"y" * 1_100_000, "field larger than"),
    ],
)
def test_what_is_no_kzis_file_is_said(tmp_path, content, said):
    path = tmp_path / "opisy.csv"
    path.write_bytes(content)

    with pytest.raises(SourceError, match=said):
        list(read_kzis(path, 2023, TODAY))


def test_a_kzis_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"none\.csv cannot be read"):
        list(read_kzis(tmp_path / "none.csv", 2023, TODAY))


ESCO_PL = (
    "conceptUri,iscoGroup,preferredLabel,altLabels,description\n"
    f'{URI}1,2654,tester materacy,"testerka materacy\ntester łóżek",Sprawdza materace.\n'
    f"{URI}2,26,osoba bez grupy,,\n"
)
ESCO_EN = f"conceptUri,preferredLabel,altLabels,description\n{URI}1,mattress tester,bed tester,Tests mattresses.\n"


@pytest.mark.parametrize("english", ["en/occupations_en.csv", "occupations_en.csv", None])
def test_an_esco_folder_becomes_occupations(tmp_path, english):
    (tmp_path / "en").mkdir()
    (tmp_path / "occupations_pl.csv").write_text(ESCO_PL, encoding="utf-8")
    if english:
        (tmp_path / english).write_text(ESCO_EN, encoding="utf-8")

    tester, bare = read_esco(tmp_path, "v1.2.1", TODAY)

    assert (tester.id, tester.url, tester.isco_group) == (f"esco:{URI}1", f"{URI}1", "2654")
    assert tester.aliases["pl"] == ("testerka materacy", "tester łóżek")
    assert tester.translations == ({"en": "mattress tester"} if english else {})
    assert tester.summary.en == ("Tests mattresses." if english else None)
    assert tester.provenance[0].sources == (f"ESCO v1.2.1: {URI}1",)
    assert (bare.isco_group, bare.summary, bare.code) == ("", None, "")
    assert "ESCO classification of the European Commission" in ATTRIBUTION


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n", "not an ESCO file"),
        (b"conceptUri,preferredLabel\nnot a uri,x\n", "ESCO not a uri"),
        (b"conceptUri,preferredLabel\nhttp://x,\xff\n", "cannot be read"),
    ],
)
def test_what_is_no_esco_folder_is_said(tmp_path, content, said):
    (tmp_path / "occupations_pl.csv").write_bytes(content)

    with pytest.raises(SourceError, match=said):
        list(read_esco(tmp_path, "v1", TODAY))


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"occupations_pl\.csv cannot be read"):
        list(read_esco(tmp_path, "v1", TODAY))


def test_the_real_kzis_file_is_read_whole(shared):
    path = shared / "data" / "kzis" / "kzis_opisy_zawodow_2024-07-10.csv"

    occupations = list(read_kzis(path, 2023, TODAY))

    assert len(occupations) == 2912
    assert len({one.id for one in occupations}) == 2912
    assert sum(1 for one in occupations if one.summary) > 2500


def test_the_real_esco_folder_is_read_whole(shared):
    occupations = list(read_esco(shared / "data" / "esco", "v1.2.1", TODAY))

    assert len(occupations) == 3043
    assert all(one.translations and one.isco_group for one in occupations)
