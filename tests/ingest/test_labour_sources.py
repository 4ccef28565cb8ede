"""Live sources of labour-market figures, against servers that answer and fail as the real ones do."""

from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import labour_api as api
import pytest
from labour_api import LabourServer

from assistant.labour import Question
from ingest.sources.labour import bdl, bur, cbop, esco_api, eures
from ingest.sources.labour.feed import LabourSources
from ingest.sources.labour.rationed import UnavailableError
from ingest.sources.labour.source import Source
from ingest.sources.labour.store import FILE, Store
from ingest.sources.polite import Manners
from register.vocabulary import LabourTopic, MatchedBy

IMPATIENT = Manners(per_second=10_000, attempts=1, timeout=5)
FRYZJER = Question(
    occupation="kzis:514101", code="514101", names=("fryzjer",), qualifications=("zrk:FRK.01", "zrk:13870")
)
NEWS = datetime(2026, 11, 28, 12, tzinfo=UTC)


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NEWS

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def wanting(*topics: LabourTopic, region: str = "", **over: Any) -> Question:
    named = {"occupation": FRYZJER.occupation, "code": FRYZJER.code, "names": FRYZJER.names}
    return Question(**{**named, "topics": frozenset(topics), "region": region, **over})


@pytest.fixture(params=["bdl", "cbop", "eures"])
def any_source(request: pytest.FixtureRequest, store: Store, time: Time) -> Iterator[tuple[LabourServer, Source]]:
    """Each live source with its server."""
    routes = {"bdl": api.bdl, "cbop": api.cbop, "eures": api.eures}[request.param]()
    makes: dict[str, Any] = {"bdl": bdl.Bdl, "cbop": cbop.Cbop, "eures": eures.Eures}
    with LabourServer(routes) as server:
        source: Source = makes[request.param](server.url, store, IMPATIENT, clock=time)
        yield server, source
        source.close()


def test_bdl_gives_the_newest_year_of_a_voivodeship_across_its_pages(store: Store, time: Time) -> None:
    with LabourServer(api.bdl()) as server:
        source = bdl.Bdl(server.url, store, IMPATIENT, clock=time)
        (rate,) = source.ask(wanting(LabourTopic.UNEMPLOYMENT, region="śląskie")).figures
        source.close()
    assert (rate.value, rate.period, rate.territory.name, rate.territory.teryt) == (4.2, "2025", "śląskie", "24")
    assert rate.fetched == NEWS.date()
    pages = [call.query["page"] for call in server.calls if call.path.startswith("/data/")]
    assert pages == ["0", "1"], "pages count from 0, and the next one beyond the last is not asked for"
    assert all("x-clientid" not in call.headers for call in server.calls)


def test_bdl_sends_its_key_and_asks_again_only_what_changed(store: Store, time: Time) -> None:
    routes = api.bdl()
    with LabourServer({start: api.marked(answer, '"v1"') for start, answer in routes.items()}) as server:
        source = bdl.Bdl(server.url, store, IMPATIENT, "klucz-testowy", time)
        first = source.ask(wanting(LabourTopic.UNEMPLOYMENT)).figures
        asked = len(server.calls)
        source.ask(wanting(LabourTopic.UNEMPLOYMENT))
        assert len(server.calls) == asked, "what is fresh is not asked for"
        time.goes_on(days=2)
        server.routes = {"/": api.status(304)}
        again = source.ask(wanting(LabourTopic.UNEMPLOYMENT)).figures
        source.close()
    assert all(call.headers["if-none-match"] == '"v1"' for call in server.calls[asked:])
    assert {call.headers["x-clientid"] for call in server.calls} == {"klucz-testowy"}
    assert (again[0].value, again[0].fetched) == (first[0].value, time.now.date())


def test_bdl_is_not_believed_when_an_id_has_come_to_mean_another_thing(store: Store, time: Time) -> None:
    with LabourServer(api.bdl(subject="Liczba tramwajów")) as server:
        sources = LabourSources([bdl.Bdl(server.url, store, IMPATIENT, clock=time)])
        figures, notes = sources.figures(wanting(LabourTopic.UNEMPLOYMENT, LabourTopic.PAY))
        sources.close()
    assert [fact.topic for fact in figures] == [LabourTopic.PAY], "the other series is not lost"
    assert notes == ("labour:broken:GUS, Bank Danych Lokalnych",)


def test_bdl_keeps_to_its_quota_and_gives_what_is_kept(
    store: Store, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bdl, "ANONYMOUS", {900: 3})
    with LabourServer(api.bdl()) as server:
        source = bdl.Bdl(server.url, store, IMPATIENT, clock=time)
        source.ask(wanting(LabourTopic.UNEMPLOYMENT))
        with pytest.raises(UnavailableError, match="quota"):
            source.ask(wanting(LabourTopic.UNEMPLOYMENT, region="śląskie"))
        source.close()
        assert len(server.calls) == 3
        time.goes_on(seconds=901)
        another = bdl.Bdl(server.url, Store(store_folder(store)), IMPATIENT, clock=time)
        assert another.ask(wanting(LabourTopic.UNEMPLOYMENT, region="małopolskie")).figures
        another.close()


def store_folder(store: Store) -> Path:
    return store._path.parent


@pytest.mark.parametrize(
    "values",
    [
        [{"year": "2025", "val": -3, "attrId": 1}],
        [{"year": "2025", "val": 140, "attrId": 1}],
        [{"year": "2031", "val": 5.0, "attrId": 1}],
    ],
)
def test_bdl_nonsense_is_left_out_and_said(store: Store, time: Time, values: list[dict[str, Any]]) -> None:
    with LabourServer(api.bdl(values)) as server:
        source = bdl.Bdl(server.url, store, IMPATIENT, clock=time)
        told = source.ask(wanting(LabourTopic.UNEMPLOYMENT))
        source.close()
    assert (told.figures, told.troubles) == ((), ("strange",))


def test_no_contact_of_an_offer_is_kept_on_disk_or_handed_on(store: Store, time: Time, tmp_path: Path) -> None:
    """WHEN an offer with a name, a telephone and an address comes over the wire, THEN no byte of them is kept."""
    with LabourServer(api.cbop()) as server:
        source = cbop.Cbop(server.url, store, IMPATIENT, time)
        (offers,) = source.ask(wanting(LabourTopic.OFFERS)).figures
        source.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Krak" in kept, "something of the offer is kept, so the search below means something"
    for trace in ("Osobowska", "Testowa Osob", "testowa.osoba", "example.org", "600700800", "600 700 800", "600-700"):
        assert trace.encode() not in kept
        assert trace not in offers.model_dump_json()
    assert (offers.value, offers.matched_by) == (47, MatchedBy.TEXT)


def test_offers_of_a_voivodeship_are_asked_for_by_the_portals_own_id(store: Store, time: Time) -> None:
    with LabourServer(api.cbop()) as server:
        source = cbop.Cbop(server.url, store, IMPATIENT, time)
        (offers,) = source.ask(wanting(LabourTopic.OFFERS, region="małopolskie")).figures
        source.close()
    assert offers.territory.name == "małopolskie"
    assert server.calls[-1].json["wojewodztwaId"] == ["12"]
    assert server.calls[-1].json["stanowiska"] == ["fryzjer"]


def test_eures_is_asked_by_the_esco_address_where_esco_knows_the_name(store: Store, time: Time) -> None:
    with LabourServer({**api.esco(), **api.eures()}) as server:
        esco = esco_api.EscoApi(server.url, store, IMPATIENT, clock=time)
        source = eures.Eures(server.url, store, IMPATIENT, esco, time)
        (offers,) = source.ask(wanting(LabourTopic.OFFERS)).figures
        found = esco.occupation("http://data.europa.eu/esco/occupation/test")
        esco.close()
        source.close()
    assert (offers.value, offers.matched_by) == (9, MatchedBy.CROSSWALK)
    assert {call.query["selectedVersion"] for call in server.calls if call.method == "GET"} == {esco_api.VERSION}
    assert server.calls[1].json["occupationUris"] == ["http://data.europa.eu/esco/occupation/test"]
    assert found.essential == (("http://data.europa.eu/esco/skill/test", "strzyc włosy"),)


def test_eures_is_asked_by_words_where_esco_does_not(store: Store, time: Time) -> None:
    with LabourServer({**api.esco("inny zawód"), **api.eures()}) as server:
        source = eures.Eures(server.url, store, IMPATIENT, esco_api.EscoApi(server.url, store, IMPATIENT), time)
        (offers,) = source.ask(wanting(LabourTopic.OFFERS)).figures
        source.close()
    assert offers.matched_by is MatchedBy.TEXT
    assert server.calls[-1].json["keywords"][0]["keyword"] == "fryzjer"


FAULTS = {
    "down": api.status(503),
    "gone": api.status(404),
    "refused": api.status(403),
    "too often": api.status(429, Retry_After="5"),
    "web page": api.raw(b"<!doctype html><title>Przerwa</title>"),
    "another shape": api.as_json({"data": []}),
    "a list": api.as_json([1, 2]),
    "cut off": api.raw(b'{"payload": {"ofer'),
    "not a number": api.raw(
        b'{"payload":{"ofertyPracyPage":{"totalElements":NaN}},"numberRecords":NaN,"totalRecords":NaN}'
    ),
    "negative": api.as_json(
        {"payload": {"ofertyPracyPage": {"totalElements": -5, "content": []}}, "numberRecords": -5}
    ),
    "deep": api.raw(b"[" * 100_000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_source_in_trouble_gives_a_word_and_afterwards_its_last_good_figure(
    any_source: tuple[LabourServer, Source], time: Time, fault: str
) -> None:
    """GIVEN a good answer, WHEN the source then fails in any way, THEN the good one stays, with its own date."""
    server, source = any_source
    sources = LabourSources([source])
    topic = min(source.topics)
    good, notes = sources.figures(wanting(topic))
    assert good
    assert notes == ()

    time.goes_on(days=3)
    server.faults = deque([FAULTS[fault]] * 20)
    last, notes = sources.figures(wanting(topic))

    assert [fact.value for fact in last] == [fact.value for fact in good]
    assert last[0].fetched == NEWS.date()
    assert notes
    assert all(note.split(":")[1] in ("stored", "limited", "broken_stored") for note in notes)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_source_that_never_answered_well_gives_a_word_and_no_figure(
    any_source: tuple[LabourServer, Source], fault: str
) -> None:
    server, source = any_source
    server.faults = deque([FAULTS[fault]] * 20)
    figures, notes = LabourSources([source]).figures(wanting(min(source.topics)))
    assert figures == ()
    assert [note.split(":")[1] in ("down", "broken") for note in notes] == [True]


def test_a_source_that_refuses_is_left_alone_as_long_as_it_says(
    any_source: tuple[LabourServer, Source], time: Time
) -> None:
    server, source = any_source
    server.faults = deque([api.status(429, Retry_After="120")])
    question = wanting(min(source.topics))
    for seconds, asked in ((0, 1), (100, 1)):
        time.now = NEWS + timedelta(seconds=seconds)
        LabourSources([source]).figures(question)
        assert len(server.calls) == asked
    time.goes_on(seconds=30)
    assert LabourSources([source]).figures(question)[0]


def test_only_sources_of_what_is_asked_are_asked(any_source: tuple[LabourServer, Source]) -> None:
    server, source = any_source
    other = min(set(LabourTopic) - source.topics)
    assert LabourSources([source]).figures(wanting(other)) == ((), ())
    assert server.calls == []


def test_courses_are_joined_by_the_registers_id_where_it_is_filled_and_by_words_elsewhere(tmp_path: Path) -> None:
    services = [
        api.service(1, idKwalifikacjiZrk=13870, tytul="Egzamin"),
        api.service(2, tytul="Kurs FRYZJER podstawowy"),
        api.service(3, tytul="Fryzjer dawny", dataRozpoczeciaUslugi="2020-01-01T08:00:00+01:00"),
        api.service(4, tytul="Fryzjer ukryty", status="ROBOCZA"),
        api.service(5, tytul="Fryzjer śląski", adres={"nazwaWojewodztwa": "ŚLĄSKIE"}),
    ]
    today = date(2026, 11, 28)
    with LabourServer(api.bur(services, size=2)) as server:
        client = bur.Bur(server.url, "testowe-konto", "testowy-klucz", IMPATIENT)
        assert client.harvest(tmp_path, today) == 5
        assert server.calls[0].json == {"nazwaUzytkownika": "testowe-konto", "kluczAutoryzacyjny": "testowy-klucz"}
        services.append(api.service(6, tytul="Fryzjer nowy"))
        client.harvest(tmp_path, today)
        client.close()
    assert [call.query["strona"] for call in server.calls if call.path == "/usluga"] == ["1", "2", "3", "3"]
    told = bur.Courses(tmp_path, lambda: today).ask(
        wanting(LabourTopic.TRAINING, region="małopolskie", qualifications=FRYZJER.qualifications)
    )
    assert [(fact.value, fact.matched_by) for fact in told.figures] == [(1, MatchedBy.ID), (2, MatchedBy.TEXT)]
    kept = (tmp_path / bur.KEPT_FILE).read_bytes()
    assert b"Osobowska" not in kept
    assert b"example.org" not in kept


def test_a_reading_of_courses_that_breaks_off_goes_on_later(tmp_path: Path) -> None:
    services = [api.service(number) for number in range(1, 7)]
    with LabourServer(api.bur(services, size=2)) as server:
        client = bur.Bur(server.url, "konto", "klucz", IMPATIENT)
        server.faults = deque([api.as_json({"token": "testowy-token"}), server.routes["/usluga"], api.status(503)])
        with pytest.raises(OSError, match="503"):
            client.harvest(tmp_path, date(2026, 11, 28))
        client.harvest(tmp_path, date(2026, 11, 28))
        client.close()
    assert [call.query["strona"] for call in server.calls if call.path == "/usluga"] == ["1", "2", "1", "2", "3"]


def test_ages_tell_when_a_source_last_answered(any_source: tuple[LabourServer, Source], tmp_path: Path) -> None:
    server, source = any_source
    source.ask(wanting(min(source.topics)))
    assert (tmp_path / FILE).exists()
    assert set(Store(tmp_path).ages()) == {source.key}
    assert server.calls
