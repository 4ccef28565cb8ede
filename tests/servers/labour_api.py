"""The labour-market sources on a local port, answering in the shapes recorded from the real ones, with their faults."""

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answering = Callable[["Call"], "bytes | tuple[int, bytes, dict[str, str]]"]


@dataclass(frozen=True)
class Call:
    """One request as it came over the wire."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class LabourServer:
    """``routes`` maps the beginning of a path to its answer; ``faults`` are used up first, one for each request."""

    routes: dict[str, Answering]
    faults: deque[Answering] = field(default_factory=deque)
    calls: list[Call] = field(default_factory=list)

    def __enter__(self) -> "LabourServer":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.labour = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def paths(self) -> list[str]:
        return [call.path for call in self.calls]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length", 0))
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        call = Call(self.command, parts.path, query, headers, self.rfile.read(length))
        server: LabourServer = self.server.labour  # type: ignore[attr-defined]
        server.calls.append(call)
        if server.faults:
            self._send(server.faults.popleft()(call))
            return
        route = next((answer for start, answer in server.routes.items() if call.path.startswith(start)), None)
        self._send(route(call) if route else (404, b"{}", {}))

    do_POST = do_GET  # noqa: N815 - the name that http.server calls

    def _send(self, answer: "bytes | tuple[int, bytes, dict[str, str]]") -> None:
        status, body, headers = (200, answer, {}) if isinstance(answer, bytes) else answer
        self.send_response(status)
        self.send_header("Content-Type", headers.pop("Content-Type", "application/json"))
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def as_json(content: object) -> Answering:
    """Answer with ``content`` as JSON."""
    return lambda _: json.dumps(content, ensure_ascii=False).encode()


def status(code: int, **headers: str) -> Answering:
    """Answer with a status; ``Retry_After`` and the like are headers."""
    return lambda _: (code, b"{}", {name.replace("_", "-"): value for name, value in headers.items()})


def marked(answer: Answering, etag: str) -> Answering:
    """Answer the same with an ``ETag``."""

    def answering(call: Call) -> tuple[int, bytes, dict[str, str]]:
        body = answer(call)
        assert isinstance(body, bytes)
        return (200, body, {"ETag": etag})

    return answering


def raw(body: bytes) -> Answering:
    """Answer with these bytes."""
    return lambda _: body


_SUBJECTS = {"/variables/60270": "P2392", "/variables/64428": "P2497"}


# GUS BDL: shapes of `variables/{id}`, `subjects/{id}` and `data/by-variable/{id}` as public clients record them.
def bdl(
    values: list[dict[str, Any]] | None = None, subject: str = "Stopa bezrobocia rejestrowanego"
) -> dict[str, Answering]:
    """Return the routes of BDL with two voivodeships on two pages, ``next`` offered beyond the last one."""
    given = values or [{"year": "2024", "val": 5.1, "attrId": 1}, {"year": "2025", "val": 5.4, "attrId": 1}]
    rows = [
        {"id": "011200000000", "name": "MAŁOPOLSKIE", "values": given},
        {"id": "012400000000", "name": "ŚLĄSKIE", "values": [{"year": "2025", "val": 4.2, "attrId": 1}]},
    ]
    country = [{"id": "000000000000", "name": "POLSKA", "values": given}]

    def data(call: Call) -> bytes:
        page, found = int(call.query["page"]), rows if call.query["unit-level"] == "2" else country
        links = {"self": call.path, "next": f"{call.path}?page={page + 1}"}
        shown = found[page : page + 1]
        body = {"totalRecords": len(found), "page": page, "pageSize": 1, "links": links, "results": shown}
        return json.dumps(body, ensure_ascii=False).encode()

    return {
        "/variables/": lambda call: json.dumps(
            {"id": int(call.path.split("/")[-1]), "subjectId": _SUBJECTS[call.path], "n1": "ogółem", "level": 6}
        ).encode(),
        "/subjects/P2392": as_json({"id": "P2392", "parentId": "G230", "name": subject, "hasVariables": True}),
        "/subjects/P2497": as_json({"id": "P2497", "name": "Przeciętne miesięczne wynagrodzenia brutto"}),
        "/data/by-variable/": data,
    }


# CBOP portal: `POST oferta/wyszukiwanie` and `GET autocomplete/miejsce`; the people in it are made up.
OFFER = {
    "id": "a" * 32,
    "stanowisko": "Fryzjer tel. 600 700 800",
    "pracodawca": "Salon Zmyślona Testowa",
    "miejscePracy": "Kraków, pisz: testowa.osoba@example.org",
    "wynagrodzenie": "5000 PLN",
    "rodzajUmowy": "umowa o pracę",
    "dataWaznDo": "31.12.2026",
    "zakresObowiazkow": "Kontakt: Testowa Osobowska, 600-700-800",
    "email": "testowa.osoba@example.org",
    "telefon": "600700800",
    "osobaDoKontaktu": "Testowa Osobowska",
    "nowePole": "Testowa Osobowska",
}


def cbop(total: object = 47) -> dict[str, Answering]:
    """Return the routes of the portal."""
    page = {"number": 0, "size": 50, "totalElements": total, "totalPages": 1, "last": True, "content": [OFFER]}
    return {
        "/oferta/wyszukiwanie": as_json(
            {"status": "OK", "msg": None, "payload": {"ofertyPracyPage": page, "iloscMiejscPracy": 60}}
        ),
        "/autocomplete/miejsce": as_json({"payload": [{"kod": "WOJEWODZTWO:12", "opis": "małopolskie"}]}),
    }


def eures(number: object = 9) -> dict[str, Answering]:
    """Return the routes of the EURES search."""
    return {"/jv-search/search": as_json({"numberRecords": number, "jvs": [{"id": "x", "title": "Hairdresser"}]})}


def esco(title: str = "fryzjer") -> dict[str, Answering]:
    """Return the routes of ESCO."""
    uri = "http://data.europa.eu/esco/occupation/test"
    skill = {"uri": "http://data.europa.eu/esco/skill/test", "title": "strzyc włosy", "skillType": "x"}
    return {
        "/search": as_json(
            {"total": 1, "offset": 0, "limit": 10, "_embedded": {"results": [{"uri": uri, "title": title}]}}
        ),
        "/resource/occupation": as_json(
            {"uri": uri, "title": title, "code": "5141.1", "_links": {"hasEssentialSkill": [skill]}}
        ),
    }


# BUR: `POST autoryzacja/logowanie` and `GET usluga`, 25 a page, oldest first.
def bur(services: list[dict[str, Any]], size: int = 25) -> dict[str, Answering]:
    """Return the routes of BUR; the list answers only to the token."""

    def listed(call: Call) -> Any:
        if call.headers.get("authorization") != "Bearer testowy-token":
            return (401, b"{}", {})
        page = int(call.query["strona"])
        shown = services[(page - 1) * size : page * size]
        body = {"lista": shown, "strona": page, "elementyNaStronie": size, "wszystkieElementy": len(services)}
        return json.dumps(body, ensure_ascii=False).encode()

    return {"/autoryzacja/logowanie": as_json({"token": "testowy-token"}), "/usluga": listed}


def service(number: int, **over: Any) -> dict[str, Any]:
    """Return a service of BUR; who teaches is made up."""
    return {
        "id": number,
        "tytul": f"Testowe szkolenie {number}",
        "status": "OPUBLIKOWANA",
        "dataRozpoczeciaUslugi": "2027-01-15T08:00:00+01:00",
        "adres": {"nazwaWojewodztwa": "MAŁOPOLSKIE"},
        "idKwalifikacjiZrk": None,
        "osobaKontaktowa": {"imie": "Testowa", "nazwisko": "Osobowska", "email": "testowa.osoba@example.org"},
        **over,
    }
