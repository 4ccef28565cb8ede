"""A polite client against a server that is not: retries, waits, refusals, bounds."""

from collections import deque
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from register_api import RegisterServer, body, cut_off, reset, status, truncated, web_page

from ingest.sources.errors import GoneError, SourceError, TransientError
from ingest.sources.pages import check_json
from ingest.sources.polite import Manners, PoliteClient

ALLOWED = frozenset({"qualifications", "institutions", "dictionaries"})
RECORDS = [{"id": 1, "name": "Testowa"}]


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def register():
    with RegisterServer(RECORDS) as server:
        yield server


@pytest.fixture
def client(register, clock):
    manners = Manners(per_second=10, attempts=4, timeout=5, largest_answer=1_000)
    with PoliteClient(register.url, ALLOWED, manners, sleep=clock.sleep, clock=clock) as polite:
        yield polite


@pytest.mark.parametrize(
    "fault",
    [reset, cut_off, status(429), status(500), status(503), truncated, web_page],
    ids=["reset", "cut off", "429", "500", "503", "truncated JSON", "web page"],
)
def test_what_may_pass_is_tried_again(register, client, fault):
    register.faults = deque([fault, fault])

    answer = client.get("qualifications/", check=check_json)

    assert b"Testowa" in answer.body
    assert len(register.requests) == 3


def test_waits_double_and_end(register, client, clock):
    register.faults = deque([status(500)] * 9)

    with pytest.raises(TransientError, match="answered 500"):
        client.get("qualifications/")
    assert len(register.requests) == 4
    assert clock.slept == [1, 2, 4]


def test_the_server_says_how_long_to_wait_in_seconds(register, client, clock):
    register.faults = deque([status(429, Retry_After="7")])

    client.get("qualifications/")

    assert clock.slept == [7]


def test_the_server_says_how_long_to_wait_with_a_date(register, client, clock):
    later = datetime.now(UTC) + timedelta(seconds=50)
    register.faults = deque([status(503, Retry_After=format_datetime(later))])

    client.get("qualifications/")

    assert 40 < clock.slept[0] <= 50


@pytest.mark.parametrize(("asked", "waited"), [("999999", 120), ("soon", 1), ("-5", 1)])
def test_an_absurd_wait_is_not_believed(register, client, clock, asked, waited):
    register.faults = deque([status(429, Retry_After=asked)])

    client.get("qualifications/")

    assert clock.slept == [waited]


def test_requests_keep_their_distance(client, clock):
    for _ in range(3):
        client.get("qualifications/")

    assert clock.slept == pytest.approx([0.1, 0.1])


@pytest.mark.parametrize(
    "path",
    [
        "persons/",
        "qualifications/../persons/",
        "qualifications/%70ersons/",
        "institutions/1/osoby/",
        "users/",
        "/admin/",
        "",
        "//register.invalid/pl/v1/qualifications/",
        "https://register.invalid/pl/v1/qualifications/",
    ],
)
def test_what_is_not_on_the_list_is_never_asked(register, client, path):
    with pytest.raises(ValueError, match="refused"):
        client.get(path)
    assert register.requests == []


def test_a_search_for_words_about_people_is_allowed(register, client):
    client.get("qualifications/", {"search": "opieka nad osobą"})

    assert len(register.requests) == 1


def test_a_redirect_on_the_same_server_is_followed(register, client):
    register.faults = deque([status(301, Location="/pl/v1/qualifications/?limit=1")])

    assert b"Testowa" in client.get("qualifications/").body


@pytest.mark.parametrize(
    "target",
    ["http://register.invalid/pl/v1/qualifications/", "/pl/v1/persons/", "ftp://x/"],
)
def test_a_redirect_elsewhere_is_refused(register, client, target):
    register.faults = deque([status(302, Location=target)])

    with pytest.raises(SourceError, match="redirect refused"):
        client.get("qualifications/")
    assert len(register.requests) == 1


def test_redirects_in_a_ring_end(register, client):
    register.faults = deque([status(302, Location="/pl/v1/qualifications/")] * 9)

    with pytest.raises(SourceError, match="more than 3 redirects"):
        client.get("qualifications/")


def test_an_answer_too_large_is_dropped(register, client):
    register.faults = deque([body(b"[" + b" " * 2_000 + b"]")])

    with pytest.raises(SourceError, match="larger than 1000 bytes"):
        client.get("qualifications/")


def test_what_is_not_there_is_said_at_once(register, client):
    with pytest.raises(GoneError, match="404"):
        client.get("qualifications/77/")
    assert len(register.requests) == 1


def test_a_refusal_by_the_server_is_not_repeated(register, client):
    register.faults = deque([status(403)])

    with pytest.raises(SourceError, match="answered 403"):
        client.get("qualifications/")
    assert len(register.requests) == 1


def test_a_server_that_is_not_there_is_named(clock):
    with RegisterServer() as gone:
        url = gone.url
    client = PoliteClient(url, ALLOWED, Manners(attempts=2, timeout=2), sleep=clock.sleep, clock=clock)

    with pytest.raises(SourceError, match=r"127\.0\.0\.1 does not answer"):
        client.get("qualifications/")
