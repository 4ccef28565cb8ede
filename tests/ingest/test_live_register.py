"""The live register behind the assistant: fresh when it answers, quick to give up, remembered for a while."""

from collections import deque

import pytest
from register_api import RegisterServer, reset, web_page

from ingest.sources.json_api import RegisterApi
from ingest.sources.live import LiveRegister
from ingest.sources.polite import Manners

RECORDS = [
    {"id": 13870, "name": "Testowa", "prk_level": 6},
    {"id": 55, "name": "Inna z kodem w nazwie TST.01", "code": "TST.02"},
    {"id": 56, "name": "Sprawdzanie", "code": "TST.01."},
]


@pytest.fixture
def register():
    with RegisterServer(RECORDS, page_size=20) as server:
        yield server


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def live(register, time):
    api = RegisterApi.at(register.url, Manners(per_second=10_000, attempts=1, timeout=5))
    reader = LiveRegister(api, keep=100, rest=10, clock=time)
    yield reader
    reader.close()


def test_a_record_is_read_by_its_number(live):
    record = live.fetch("zrk:13870")

    assert (record.id, record.name, record.prk_level) == ("zrk:13870", "Testowa", 6)


def test_a_record_known_by_code_is_searched_and_keeps_the_id_asked_for(live):
    record = live.fetch("zrk:TST.01")

    assert (record.id, record.api_id, record.name) == ("zrk:TST.01", 56, "Sprawdzanie")


@pytest.mark.parametrize("record_id", ["zrk:99999", "zrk:TST.99", "zrk:doktorat"])
def test_what_the_register_does_not_hold_is_none(live, record_id):
    assert live.fetch(record_id) is None


def test_an_answer_is_remembered_for_a_while(register, live, time):
    for seconds, asked in [(0, 1), (99, 1), (101, 2)]:
        time.now = seconds
        live.fetch("zrk:13870")
        assert len(register.requests) == asked


@pytest.mark.parametrize("fault", [reset, web_page])
def test_a_register_that_is_down_is_an_os_error_and_is_left_alone(register, live, time, fault):
    register.faults = deque([fault])
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        live.fetch("zrk:13870")
    with pytest.raises(OSError, match="a moment ago"):
        live.fetch("zrk:13870")
    assert len(register.requests) == 1

    time.now = 11
    assert live.fetch("zrk:13870").name == "Testowa"


def test_what_is_remembered_is_given_while_the_register_is_down(register, live):
    live.fetch("zrk:13870")
    register.faults = deque([reset])
    with pytest.raises(OSError):
        live.fetch("zrk:99999")

    assert live.fetch("zrk:13870").name == "Testowa"


def test_only_so_much_is_remembered(register, live, monkeypatch):
    monkeypatch.setattr("ingest.sources.live._MOST_KEPT", 2)
    for number in ("zrk:1", "zrk:2", "zrk:3", "zrk:1"):
        live.fetch(number)

    assert len(register.requests) == 4


def test_one_for_an_address_makes_a_single_attempt(register):
    register.faults = deque([reset])
    live = LiveRegister.at(register.url)

    with pytest.raises(OSError):
        live.fetch("zrk:13870")
    assert len(register.requests) == 1
    live.close()
