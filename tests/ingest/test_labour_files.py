"""Files of labour-market figures: dropped in by an operator, streamed from long tables, exported as archives."""

import base64
import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import labour_api as api
import pytest
from hypothesis import given
from hypothesis import strategies as st
from labour_api import LabourServer

from assistant.labour import Question
from ingest.bringing import bring
from ingest.errors import IngestError
from ingest.job import Job
from ingest.sources.errors import SourceError
from ingest.sources.labour import cbop_export, dropped, ela
from ingest.sources.labour.folder import labour_folder
from ingest.sources.labour.opening import Switches, ages, open_sources
from ingest.sources.polite import Manners, PoliteClient
from register.vocabulary import LabourTopic, MatchedBy

TODAY = date(2026, 11, 28)
IMPATIENT = Manners(per_second=10_000, attempts=1, timeout=5)
BAROMETR = """year;teryt;territory;group;status;kzis;url;fetched
2026;00;kraj;testowa grupa fryzjerska;równowaga;5141;https://barometrzawodow.pl/;2026-01-10
2026;12;małopolskie;testowa grupa fryzjerska;deficyt;5141;https://barometrzawodow.pl/;2026-01-10
2026;1261;Kraków;testowa grupa fryzjerska;nadwyżka;514101 514102;https://barometrzawodow.pl/;2026-01-10
"""
PAY = """period;kzis;group;measure;value;url;fetched
2024-10;5141;testowa grupa fryzjerska;median;1 234,50;https://stat.gov.pl/test;2026-01-10
"""
FRYZJER = Question(occupation="kzis:514101", code="514101", names=("fryzjer",))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def of_region(region: str) -> Question:
    return Question(occupation="kzis:514101", code="514101", names=("fryzjer",), region=region)


@pytest.mark.parametrize(
    ("region", "told"),
    [("", ["równowaga"]), ("małopolskie", ["deficyt", "równowaga"]), ("śląskie", ["równowaga"])],
)
def test_a_dropped_file_answers_for_the_place_asked(tmp_path: Path, region: str, told: list[str]) -> None:
    write(tmp_path / "barometr.csv", BAROMETR.replace("514101 514102", "999999"))
    source = dropped.Dropped(tmp_path, dropped.BAROMETR, lambda: TODAY)
    figures = source.ask(of_region(region)).figures
    assert sorted(str(fact.value) for fact in figures) == told
    assert {fact.matched_by for fact in figures} == {MatchedBy.CODE4}
    assert figures[0].use_by.withhold == date(2028, 1, 1)


def test_pay_by_occupation_is_of_the_group_and_says_so(tmp_path: Path) -> None:
    write(tmp_path / "gus-pay.csv", PAY)
    (pay,) = dropped.Dropped(tmp_path, dropped.PAY, lambda: TODAY).ask(FRYZJER).figures
    assert (pay.value, pay.code_prefix, pay.occupation, pay.period) == (1234.5, "5141", "kzis:514101", "2024-10")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("2026;12", "2026;14"), "line 3: teryt 14 is not małopolskie"),
        (("deficyt", "super"), "line 3: status 'super' is none of"),
        (("2026;12", "20x6;12"), "line 3: year '20x6'"),
        (("2026;12", "2031;12"), "line 3: 2031 has not begun"),
        (("deficyt;5141;", "deficyt;fryzjer;"), "line 3: kzis 'fryzjer'"),
        (("deficyt;5141;https://barometrzawodow.pl/;2026-01-10", "deficyt;5141;https://x"), "line 3: 8 fields"),
        (("deficyt;5141;https://barometrzawodow.pl/;2026-01-10", "deficyt;5141;https://x;2031-01-01"), "in the future"),
        (("deficyt;5141;https://barometrzawodow.pl/", "deficyt;5141;not an address"), "line 3: "),
        (("year;teryt", "rok;teryt"), "line 1: no column year"),
    ],
)
def test_a_fault_of_a_dropped_file_names_its_line(tmp_path: Path, wrong: tuple[str, str], told: str) -> None:
    assert wrong[0] in BAROMETR
    path = write(tmp_path / "barometr.csv", BAROMETR.replace(*wrong, 1))
    with pytest.raises(SourceError, match=told):
        list(dropped.read_file(path, dropped.BAROMETR, TODAY))


@pytest.mark.parametrize("value", ["-5", "NaN", "inf", "", "dużo", "99999999"])
def test_pay_that_cannot_be_is_refused(tmp_path: Path, value: str) -> None:
    path = write(tmp_path / "gus-pay.csv", PAY.replace("1 234,50", value))
    with pytest.raises(SourceError, match=r"gus-pay\.csv line 2: "):
        list(dropped.read_file(path, dropped.PAY, TODAY))


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: (PAY + text).encode("utf-8", "replace")))
def test_whatever_a_file_holds_it_is_read_or_named(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "gus-pay.csv"
    path.write_bytes(content)
    try:
        list(dropped.read_file(path, dropped.PAY, TODAY))
    except SourceError as error:
        assert str(error).startswith("gus-pay.csv")


def job(data: Path, *arguments: str) -> Job:
    return Job(data, "", TODAY, arguments)


def test_a_file_is_checked_and_put_in_place(tmp_path: Path) -> None:
    data = tmp_path / "data"
    given_file = write(tmp_path / "b.csv", BAROMETR)
    assert bring("barometr", job(data, str(given_file))).read == 4
    broken = write(tmp_path / "broken.csv", BAROMETR.replace("deficyt", "?"))
    with pytest.raises(SourceError, match=r"broken\.csv line 3"):
        bring("barometr", job(data, str(broken)))
    empty = write(tmp_path / "empty.csv", BAROMETR.splitlines()[0] + "\n")
    with pytest.raises(IngestError, match="no line gives a figure"):
        bring("barometr", job(data, str(empty)))
    assert (labour_folder(data) / "barometr.csv").read_text("utf-8") == BAROMETR


ELA_HEADER = "\ufeffP_ROKDYP;P_INNE;P_KIERUNEK_NAZWA;P_NAZWA_UCZELNI;P_POZIOM;P_FORMA;P_WOJ;P_N;P_ME_ZAR_P1\n"


def programme(number: int, year: int = 2023, n: object = 30, pay: str = "4567,89") -> str:
    return f"{year};{'x' * 900};Kierunek testowy {number};Uczelnia Testowa {number};1;S;ŁÓDZKIE;{n};{pay}\n"


def test_the_long_table_is_kept_without_growing_memory(tmp_path: Path) -> None:
    """WHEN 40 MB of programmes are read, THEN the memory used stays below one of 6 MB."""
    rows = 42_000

    def lines() -> Iterator[str]:
        yield ELA_HEADER
        yield from (programme(number, 2014 + number % 10) for number in range(rows))

    size = sum(len(line) for line in lines())
    tracemalloc.start()
    kept, strange = ela.keep(lines(), tmp_path, TODAY, "https://example.org/ela")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 40_000_000
    assert peak < 6_000_000
    assert (kept, strange) == (rows // 10, 0)


def test_programmes_are_told_one_by_one_and_small_or_impossible_ones_not_at_all(tmp_path: Path) -> None:
    rows = [
        programme(1),
        programme(2, n=9),
        programme(3, pay="-100"),
        programme(4, year=2031),
        programme(5, pay=""),
        programme(6, pay="nan"),
        "2023;cut\n",
    ]
    assert ela.keep([ELA_HEADER, *rows], tmp_path, TODAY, "https://example.org/ela") == (1, 3)
    (pay,) = ela.Graduates(tmp_path).ask(Question(field="kierunek TESTOWY")).figures
    assert (pay.value, pay.sample, pay.territory.name, pay.period) == (4567.89, 30, "łódzkie", "2023")
    assert "Uczelnia Testowa 1" in pay.name


def test_a_table_of_another_shape_leaves_what_was_kept(tmp_path: Path) -> None:
    ela.keep([ELA_HEADER, programme(1)], tmp_path, TODAY, "https://example.org/ela")
    for wrong in (["rok;kierunek\n"], [ELA_HEADER], []):
        with pytest.raises(SourceError, match="ELA"):
            ela.keep(wrong, tmp_path, TODAY, "https://example.org/ela")
    assert ela.Graduates(tmp_path).ask(Question(field="kierunek")).figures


def test_the_table_is_streamed_over_the_wire(tmp_path: Path) -> None:
    body = (ELA_HEADER + "".join(programme(number) for number in range(500))).encode()
    with LabourServer({"/graduates-major-data.csv": api.raw(body)}) as server:
        client = PoliteClient(server.url, frozenset({ela.FILE}), IMPATIENT)
        assert ela.keep(client.lines(ela.FILE), tmp_path, TODAY, server.url) == (500, 0)
        with pytest.raises(SourceError, match="longer than"):
            list(client.lines(ela.FILE, largest=1_000))
        server.routes = {}
        with pytest.raises(SourceError):
            list(client.lines(ela.FILE))
        client.close()


def archive(*offers: dict[str, object]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        opened.writestr("oferty_1.json", json.dumps(list(offers), ensure_ascii=False))
    return packed.getvalue()


def exported(name: str = "Fryzjer", region: str = "12", places: int = 2) -> dict[str, object]:
    return {
        "warunkiPracyIPlacy": {"zawod": name, "kodWojewodztwa": region, "zakresObowiazkow": "tel. 600 700 800"},
        "danePracodawcy": {"osobaKontaktowa": "Testowa Osobowska", "email": "testowa.osoba@example.org"},
        "pozostaleDane": {"lWolnychMiejsc": places},
    }


def envelope(text: str) -> bytes:
    return f"<s:Envelope xmlns:s='x'><s:Body><odpowiedz><dane>{text}</dane></odpowiedz></s:Body></s:Envelope>".encode()


def test_the_export_is_counted_and_nobody_in_it_is_kept(tmp_path: Path) -> None:
    packed = base64.b64encode(archive(exported(), exported(places=3), exported("Kucharz"))).decode()
    with LabourServer({"/oferta": api.raw(envelope(packed))}) as server:
        client = PoliteClient(server.url, cbop_export.ALLOWED, IMPATIENT)
        counts = cbop_export.ask(client, "Testowy <Partner>", "12")
        client.close()
    assert b"Testowy &lt;Partner&gt;" in server.calls[0].body
    assert b"<Wojewodztwo>12</Wojewodztwo>" in server.calls[0].body
    cbop_export.keep(counts, tmp_path, TODAY)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert json.loads(kept)["counts"] == [["Fryzjer", "12", 5], ["Kucharz", "12", 2]]
    for trace in (b"Osobowska", b"example.org", b"600"):
        assert trace not in kept
    source = cbop_export.ExportedOffers(tmp_path)
    assert [fact.value for fact in source.ask(of_region("małopolskie")).figures] == [5]
    assert [fact.value for fact in source.ask(of_region("śląskie")).figures] == [0]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (envelope("Przekroczono limit"), "Przekroczono limit"),
        (envelope("Niepoprawna autoryzacja"), "Niepoprawna autoryzacja"),
        (envelope(base64.b64encode(b"PK\x03\x04 broken").decode()), "damaged"),
        (envelope("nic"), "no archive"),
        (b"<broken", "broken XML"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "broken XML"),
    ],
)
def test_what_the_export_refuses_is_said_in_its_own_words(body: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        cbop_export.counted(cbop_export.archive_in(body))


@pytest.mark.parametrize(("hour", "answers"), [(16, False), (17, True), (3, True), (7, False)])
def test_the_export_has_its_hours(hour: int, answers: bool) -> None:
    assert cbop_export.is_open(datetime(2026, 11, 28, hour)) is answers


@pytest.mark.parametrize("source", ["bur", "cbop"])
def test_a_source_that_needs_an_account_says_so(tmp_path: Path, source: str) -> None:
    with pytest.raises(IngestError, match=f"{source}: set {source}_"):
        bring(source, job(tmp_path))


def test_nothing_switched_on_and_nothing_kept_is_no_source(tmp_path: Path) -> None:
    assert open_sources(tmp_path, Switches()) is None
    assert list(ages(tmp_path)) == []
    assert not labour_folder(tmp_path).exists()


def test_ages_name_what_is_kept_and_the_fault_of_what_cannot_be_used(tmp_path: Path) -> None:
    folder = labour_folder(tmp_path)
    write(folder / "barometr.csv", BAROMETR)
    write(folder / "gus-pay.csv", PAY.replace("1 234,50", "-1"))
    ela.keep([ELA_HEADER, programme(1)], folder, TODAY, "https://example.org/ela")
    told = {age.source: age for age in ages(tmp_path)}
    assert set(told) == {"barometr", "gus-pay", "ela"}
    assert told["barometr"].fetched and told["barometr"].fetched.date() == date(2026, 1, 10)
    assert "line 2" in told["gus-pay"].fault
    sources = open_sources(tmp_path, Switches())
    assert sources is not None
    figures, notes = sources.figures(FRYZJER)
    assert {fact.topic for fact in figures} == {LabourTopic.DEMAND}
    assert notes == ("labour:broken:GUS, Struktura wynagrodzeń według zawodów",)
    sources.close()
