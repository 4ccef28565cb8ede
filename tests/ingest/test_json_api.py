"""The register's JSON API: whole lists in spite of everything, and a download that goes on after a break."""

import json
from collections import deque
from datetime import date

import pytest
from register_api import RegisterServer, body, reset, status, truncated

from ingest.sources.download import Downloader
from ingest.sources.errors import SourceError
from ingest.sources.json_api import RegisterApi
from ingest.sources.pages import PageReader
from ingest.sources.polite import Manners, PoliteClient

TODAY = date(2026, 11, 20)
FAST = Manners(per_second=10_000, attempts=2, timeout=5, first_wait=0)
QUALIFICATIONS = [
    {"id": 12000 + number, "name": f"Testowa {number}", "published_date": f"2026-0{number}-01"}
    for number in range(1, 8)
]
INSTITUTIONS = [{"id": 5, "name": "Fundacja Testowa", "type": "instytucja certyfikująca"}]


@pytest.fixture
def register():
    with RegisterServer(QUALIFICATIONS, INSTITUTIONS) as server:
        yield server


@pytest.fixture
def api(register):
    client = RegisterApi.at(register.url, FAST)
    yield client
    client.close()


def names(fetched) -> list[str]:
    return [record.name for record in fetched.mapped.records]


ALL = [record["name"] for record in QUALIFICATIONS]


@pytest.mark.parametrize("paging", ["next", "loop", "endless", "offset", "repeat"])
def test_every_record_comes_once_however_the_pages_lead(register, api, tmp_path, paging):
    register.paging = paging

    fetched = api.fetch_all("qualification", tmp_path, TODAY)

    assert names(fetched) == ALL
    assert len(register.requests) < 15


def test_pages_of_another_host_are_not_followed(register, api, tmp_path):
    register.paging = "foreign"

    with pytest.raises(SourceError, match=r"the next page is refused: .*register\.invalid"):
        api.fetch_all("qualification", tmp_path, TODAY)


@pytest.mark.parametrize("counts", [[7, 3, 0, 9], [0], [99] * 9, [-1, 7]])
def test_a_count_that_changes_its_mind_loses_nothing(register, api, tmp_path, counts):
    register.counts = deque(counts)

    assert names(api.fetch_all("qualification", tmp_path, TODAY)) == ALL


@pytest.mark.parametrize("fault", [reset, truncated, status(429), status(502)])
def test_a_fault_on_any_page_is_overcome(register, api, tmp_path, fault):
    register.faults = deque([None, fault, None, fault])

    assert names(api.fetch_all("qualification", tmp_path, TODAY)) == ALL


def test_a_broken_off_download_goes_on_where_it_was(register, api, tmp_path):
    register.faults = deque([None, None, reset, reset])
    with pytest.raises(SourceError):
        api.fetch_all("qualification", tmp_path, TODAY)
    asked = len(register.requests)

    fetched = api.fetch_all("qualification", tmp_path, TODAY)

    assert names(fetched) == ALL
    assert "offset=4" in register.requests[asked]


def test_half_a_line_left_by_a_crash_is_cut_off(register, api, tmp_path):
    register.faults = deque([None, reset, reset])
    with pytest.raises(SourceError):
        api.fetch_all("qualification", tmp_path, TODAY)
    with (tmp_path / "qualifications.raw.jsonl").open("ab") as raw:
        raw.write(b'{"id": 12003, "na')

    assert names(api.fetch_all("qualification", tmp_path, TODAY)) == ALL


@pytest.mark.parametrize("state", ["", "{", '{"strange": 1}', "[]", '{"asked": {}, "size": 10000}'])
def test_a_spoilt_state_file_begins_anew(register, api, tmp_path, state):
    (tmp_path / "qualifications.state.json").write_text(state)

    assert names(api.fetch_all("qualification", tmp_path, TODAY)) == ALL


def test_a_finished_download_is_made_anew_the_next_time(register, api, tmp_path):
    api.fetch_all("qualification", tmp_path, TODAY)
    register.qualifications = QUALIFICATIONS[:2]

    assert names(api.fetch_all("qualification", tmp_path, TODAY)) == ALL[:2]


def test_only_what_is_newer_is_asked_for(register, api, tmp_path):
    fetched = api.fetch_all("qualification", tmp_path, TODAY, since=date(2026, 5, 1))

    assert names(fetched) == ["Testowa 6", "Testowa 7"]
    assert "published_date_after=2026-05-01" in register.requests[0]


def test_progress_is_told_page_by_page(api, tmp_path):
    told = []

    api.fetch_all("qualification", tmp_path, TODAY, progress=lambda *step: told.append(step))

    assert told == [("download", done, 7) for done in (2, 4, 6, 7)]


def test_institutions_come_the_same_way(api, tmp_path):
    (record,) = api.fetch_all("institution", tmp_path, TODAY).mapped.records

    assert (record.id, record.register_id, record.roles) == ("inst:fundacja-testowa-5", 5, ("awarding",))


@pytest.mark.parametrize(
    "content",
    [b'{"detail": "moved"}', b'"text"', b"42", b"null", b'{"results": {"a": 1}}'],
)
def test_an_answer_that_is_no_list_is_named(register, api, tmp_path, content):
    register.faults = deque([body(content)])

    with pytest.raises(SourceError, match="no list of results"):
        api.fetch_all("qualification", tmp_path, TODAY)


def test_json_nested_without_end_is_broken_json(register, api, tmp_path):
    register.faults = deque([body(b"[" * 200_000)] * 2)

    with pytest.raises(SourceError, match="broken JSON"):
        api.fetch_all("qualification", tmp_path, TODAY)


def test_a_bare_list_is_one_page(register, api, tmp_path):
    register.faults = deque([body(json.dumps([*QUALIFICATIONS[:2], "noise", 3]).encode())])

    assert names(api.fetch_all("qualification", tmp_path, TODAY)) == ALL[:2]


def test_one_record_is_read_by_its_number(api):
    (record,) = api.fetch_one(12003, TODAY).records

    assert (record.id, record.name) == ("zrk:12003", "Testowa 3")
    assert record.provenance[0].sources[0].endswith("/qualifications/12003/")
    assert api.fetch_one(99999, TODAY) is None


def test_one_answer_that_is_no_record_is_none(register, api):
    register.faults = deque([body(b"[]")])

    assert api.fetch_one(12003, TODAY) is None


def test_records_without_an_id_are_told_apart_by_their_content(register, tmp_path):
    register.qualifications = [{"name": "A"}, {"name": "B"}, {"name": "A"}]
    client = PoliteClient(register.url, frozenset({"qualifications"}), FAST)

    download = Downloader(tmp_path, "q").run(PageReader(client, "qualifications", {}), {})

    assert download.received == 2
    client.close()


def test_a_full_disk_is_an_error_and_keeps_what_was_there(register, api, tmp_path):
    (tmp_path / "qualifications.raw.jsonl").mkdir()

    with pytest.raises(OSError, match=r"qualifications\.raw\.jsonl"):
        api.fetch_all("qualification", tmp_path, TODAY)
