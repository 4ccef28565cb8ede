"""From records to the index that serves: merged, repeatable, and unharmed by a kill at any moment."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter, deque
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import occupations, qualifications
from register_api import RegisterServer, status

from ingest import snapshot
from ingest.commands import IngestError, run
from ingest.pipeline import collect, index_root, ingest, sources_folder
from ingest.quality import measure
from ingest.sources.jsonl import write_records
from ingest.sources.polite import Manners
from register.library import RecordError, parse_record
from register.occupation import Occupation
from register.overlay import overlay
from register.qualification import Qualification
from retrieval import RecordIndexError, open_index

HERE = Path(__file__).parent
FAST = Manners(per_second=10_000, attempts=1, timeout=5, first_wait=0)
QUALIFICATIONS = [
    {"id": 13999, "name": "Testowanie materacy", "prk_level": 4, "published_date": "2020-01-01"},
    {"id": 1, "zrk_id": 12907, "name": "Elektromechanik z rejestru", "published_date": "2020-01-01"},
    {"id": 2, "code": "INF.03.", "name": "TWORZENIE", "prk_level": 5, "published_date": "2020-01-01"},
    {"name": "bez numeru", "published_date": "2020-01-01"},
]


def record(record_id: str = "zrk:1", **values: object) -> Qualification:
    entry = {"sources": ("made up",), "confidence": "register", "retrieved": date(2026, 1, 2)}
    given_ = {"id": record_id, "name": "Testowa", "url": "https://example.org", "provenance": (entry,)}
    made = parse_record({"record_type": "qualification", **given_, **values})
    assert isinstance(made, Qualification)
    return made


@pytest.fixture
def few(monkeypatch):
    """A small snapshot, so that an index is built at once."""
    wanted = {"zrk:741203", "kzis:741203", "zrk:INF.03", "kzis:351406", "zrk:matura", "inst:syntea", "fact:R001"}
    chosen = tuple(one for one in snapshot.load() if one.id in wanted)
    monkeypatch.setattr(snapshot, "load", lambda: iter(chosen))
    return chosen


@pytest.fixture
def register():
    with RegisterServer(QUALIFICATIONS, [{"id": 7, "name": "Fundacja Testowa"}], page_size=3) as server:
        yield server


@pytest.fixture
def zeterka(tmp_path, few, register):
    def call(source=None, *arguments, **more):
        given_ = {"data_dir": tmp_path, "register_url": register.url, "manners": FAST, **more}
        return run(source, arguments, **given_)

    return call


def served(data_dir: Path, record_id: str):
    index = open_index(index_root(data_dir))
    try:
        return index.get(record_id)
    finally:
        index.close()


def test_without_a_source_the_snapshot_alone_is_indexed(zeterka, tmp_path, few):
    steps = []

    report = zeterka(progress=lambda *step: steps.append(step))

    assert sum(report.counts.values()) == len(few) == report.read
    assert served(tmp_path, "zrk:INF.03").code == "INF.03"
    assert steps


def test_doing_it_twice_changes_nothing(zeterka, tmp_path):
    first, second = zeterka(), zeterka()

    assert first.counts == second.counts
    assert served(tmp_path, "zrk:INF.03") == {one.id: one for one in snapshot.load()}["zrk:INF.03"]


def test_the_register_is_laid_over_the_snapshot(zeterka, tmp_path):
    report = zeterka("json")

    part, full = served(tmp_path, "zrk:INF.03"), served(tmp_path, "zrk:741203")
    assert (report.source, report.read, report.set_aside) == ("json", 4, 1)
    assert (part.name, part.prk_level, part.is_derived("prk_level")) == ("TWORZENIE", 5, False)
    assert part.part_of  # what the register does not say stays, with its own source
    assert part.source_of("part_of").confidence != "register"
    assert full.name == "Elektromechanik z rejestru"  # found by its register id
    assert served(tmp_path, "zrk:13999").name == "Testowanie materacy"
    assert served(tmp_path, "inst:fundacja-testowa-7").name == "Fundacja Testowa"


def test_what_could_not_be_used_is_in_a_file_and_told(zeterka):
    report = zeterka("json")

    (line,) = report.set_aside_file.read_text().splitlines()
    assert json.loads(line) == {"reason": "no id and no official code", "raw": QUALIFICATIONS[3]}


def test_unknown_keys_are_told_by_name_and_count(zeterka, register):
    register.qualifications = [{**QUALIFICATIONS[0], "colour": 1}]

    assert zeterka("json").unknown_keys == {"colour": 1}


def test_a_report_says_everything_to_the_operator(zeterka, register):
    register.qualifications = [{**QUALIFICATIONS[0], "colour": 1}, QUALIFICATIONS[3]]
    register.counts = deque([5, 5])

    said = str(zeterka("json")).splitlines()

    assert said[0] == "json: 2 records read"
    assert said[1].startswith("1 could not be used: see /")
    assert said[2] == "keys the mapping does not know: colour (1)"
    assert said[3] == "qualifications: the register announced 5, 2 came"
    assert said[-1].startswith("index ")


def test_an_own_mapping_is_used(zeterka, tmp_path):
    (tmp_path / "own.yaml").write_text("nothing: here")

    with pytest.raises(IngestError, match=r"mapping .*own\.yaml is faulty"):
        zeterka("json", str(tmp_path / "own.yaml"))


def test_the_second_time_only_news_are_asked_for(zeterka, register, tmp_path):
    zeterka("json")
    register.requests.clear()
    register.qualifications = [{**QUALIFICATIONS[0], "prk_level": 6, "published_date": "2099-01-01"}]

    report = zeterka("json")

    assert "published_date_after=" in register.requests[0]
    assert report.read == 2
    assert served(tmp_path, "zrk:13999").prk_level == 6
    assert served(tmp_path, "zrk:741203").name == "Elektromechanik z rejestru"


def test_full_forgets_what_was_kept(zeterka, register, tmp_path):
    zeterka("json")
    register.qualifications = QUALIFICATIONS[:1]

    zeterka("json", full=True)

    assert "published_date_after" not in register.requests[-1]
    assert served(tmp_path, "zrk:741203").name == "elektromechanik pojazdów samochodowych"


def test_another_register_is_read_whole(zeterka, register):
    zeterka("json")
    with RegisterServer(QUALIFICATIONS[:1]) as other:
        zeterka("json", register_url=other.url)
        assert not [path for path in other.requests if "published_date_after" in path]


def test_a_count_that_does_not_hold_is_told(zeterka, register):
    register.counts = deque([9, 9, 9])

    assert "the register announced 9, 4 came" in zeterka("json").notes[0]


def test_an_own_file_replaces_records_whole(zeterka, tmp_path):
    write_records(tmp_path / "moje.jsonl", [record("zrk:INF.03", name="Moja nazwa")])

    report = zeterka("file", str(tmp_path / "moje.jsonl"))

    assert report.read == 1
    assert served(tmp_path, "zrk:INF.03") == record("zrk:INF.03", name="Moja nazwa")
    assert any("lead to no record" in note for note in report.notes)


def test_the_older_api_is_read_from_the_address_given(zeterka, register, tmp_path):
    register.xml_pages = [b"<w><k><id>14000</id><nazwa>Z XML</nazwa></k><k><nazwa>bez</nazwa></k></w>"]

    report = zeterka("xml", register.xml_url)

    assert (report.read, report.set_aside) == (1, 1)
    assert served(tmp_path, "zrk:14000").name == "Z XML"


def test_official_files_bring_their_attribution(zeterka, tmp_path):
    table = tmp_path / "opisy.csv"
    table.write_text("code,name,synthesis\n351406,Technik Programista,Programuje.\n999901,Tester,Testuje.\n", "utf-8")
    (tmp_path / "occupations_pl.csv").write_text("conceptUri,preferredLabel\nhttp://data.europa.eu/x,tester\n", "utf-8")

    kzis, esco = zeterka("kzis", str(table), "2025"), zeterka("esco", str(tmp_path))

    programmer = served(tmp_path, "kzis:351406")
    assert "psz.praca.gov.pl" in str(kzis)
    assert "European Commission" in esco.attribution
    assert (programmer.name, programmer.classification_year) == ("technik programista", 2025)
    assert programmer.summary.en  # the plain text in three languages stays
    assert served(tmp_path, "kzis:999901").summary.pl == "Testuje."
    assert programmer.qualifications  # the links of the snapshot stay
    assert served(tmp_path, "esco:http://data.europa.eu/x").name == "tester"


@pytest.mark.parametrize(
    ("source", "arguments", "said"),
    [
        ("planet", (), "no source 'planet': choose one of json, xml, file, kzis, esco"),
        (None, ("x.jsonl",), "give a source before its path"),
        ("file", (), "file: the path is missing"),
        ("file", ("/nowhere/x.jsonl",), "cannot be read"),
        ("kzis", ("x.csv", "dawno"), "'dawno' is not a year"),
        ("kzis", (), "kzis: the path is missing"),
        ("esco", ("/nowhere",), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(zeterka, source, arguments, said):
    with pytest.raises(IngestError) as caught:
        zeterka(source, *arguments)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_register_that_fails_leaves_everything_as_it_was(zeterka, register, tmp_path):
    zeterka("json")
    register.faults = deque([status(500)] * 3)

    with pytest.raises(IngestError, match="answered 500"):
        zeterka("json", full=True)
    assert served(tmp_path, "zrk:13999").name == "Testowanie materacy"


@pytest.mark.parametrize("source", ["json", "xml"])
def test_a_register_without_records_takes_nothing_away(zeterka, register, tmp_path, source):
    zeterka("json")
    register.qualifications = []

    with pytest.raises(IngestError, match="gave no"):
        zeterka(source, *([register.xml_url] if source == "xml" else []), full=True)
    assert served(tmp_path, "zrk:13999").name == "Testowanie materacy"


def test_a_set_damaged_on_disk_is_named(zeterka, tmp_path):
    sources_folder(tmp_path).mkdir()
    (sources_folder(tmp_path) / "file-x.jsonl").write_text("{half")

    with pytest.raises(IngestError, match=r"file-x\.jsonl, line 1"):
        zeterka()


def test_an_index_that_cannot_be_written_is_an_error_of_one_line(few, tmp_path):
    (tmp_path / "index").write_text("in the way")

    with pytest.raises(RecordIndexError):
        ingest(few, index_root(tmp_path))
    with pytest.raises(IngestError):
        run(None, data_dir=tmp_path, register_url="http://register.invalid")


def test_a_set_of_another_type_under_the_same_id_takes_its_place(few, tmp_path):
    stranger = record("zrk:INF.03", code="INF.03")
    body = parse_record(
        {
            "record_type": "institution",
            "id": "inst:syntea",
            "name": "Inna",
            "url": "https://example.org",
            "provenance": stranger.provenance,
        }
    )
    write_records(sources_folder(tmp_path) / "json.jsonl", [body, replace_type(stranger)])

    merged = {one.id: one for one in collect(tmp_path)}

    assert merged["inst:syntea"].roles == ("awarding",)
    assert merged["zrk:INF.03"].record_type == "occupation"


def replace_type(one: Qualification) -> Occupation:
    values = {"id": one.id, "name": one.name, "url": one.url, "provenance": one.provenance}
    return Occupation.model_validate(values)


@given(qualifications, qualifications)
def test_laying_one_record_over_another_loses_and_invents_nothing(base, over):
    laid = overlay(base, over)

    for name in laid.filled_fields():
        held = over if name in over.filled_fields() else base
        if name != "name":
            assert getattr(laid, name) == getattr(held, name)
            assert laid.source_of(name).sources in [entry.sources for entry in held.provenance]
    assert laid.filled_fields() == over.filled_fields() | base.filled_fields()


def test_records_of_two_types_are_not_laid_over_each_other():
    with pytest.raises(RecordError):
        overlay(replace_type(record(code="x")).model_copy(update={"feminine": "x"}), record())


def test_quality_counts_and_fill_rates(few):
    quality = measure(few)

    assert quality.types == Counter(one.record_type for one in few)
    assert quality.categories["general"] == 1
    assert quality.fill["qualification"]["name"] == 1.0
    assert quality.fill["qualification"]["volume_hours"] == 0.0
    assert 0 < quality.fill["qualification"]["register_id"] < 1
    assert "provenance" not in quality.fill["qualification"]
    assert sum(quality.confidences.values()) == len(few)
    assert measure([record()]).categories == {"unknown": 1}


@given(st.lists(qualifications | occupations, max_size=5))
def test_fill_rates_are_shares(some):
    assert all(0 <= share <= 1 for shares in measure(some).fill.values() for share in shares.values())


CHILD = """
import sys
from pathlib import Path
from ingest import snapshot
from ingest.pipeline import ingest, index_root
from register.library import parse_record
loaded = list(snapshot.load())
marked = [one.model_copy(update={"document": sys.argv[2]}) for one in loaded if one.id == "zrk:matura"]
print("go", flush=True)
ingest(loaded[:150] + marked, index_root(Path(sys.argv[1])))
"""


@pytest.mark.slow
def test_killed_at_any_moment_the_old_index_serves(tmp_path):
    def start(mark: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", CHILD, str(tmp_path), mark]
        return subprocess.Popen(command, cwd=HERE.parents[1], stdout=subprocess.PIPE, text=True)

    first = start("before")
    began = time.monotonic()
    assert first.communicate()[0] == "go\n"
    assert first.returncode == 0
    whole = time.monotonic() - began
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    for attempt in range(6):
        child = start(f"after-{attempt}")
        child.stdout.readline()
        try:
            child.wait(chance.uniform(0, whole))
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
        child.communicate()
        mark = served(tmp_path, "zrk:matura").document
        assert mark == "before" or mark.startswith("after-")
    last = start("at last")
    last.communicate()
    assert served(tmp_path, "zrk:matura").document == "at last"
