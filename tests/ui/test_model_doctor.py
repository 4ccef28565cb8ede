"""``zeterka doctor`` and a model server: what works is measured, what does not is one line that says what to do."""

import datetime
import ipaddress
import logging
import socket
import ssl
from pathlib import Path
from typing import Any

import pytest
from openai_standin import StandIn, Transcript, load
from ui_outcome import Cli
from ui_server import serving
from wire import ask

from ui.settings import Settings

KEY = "sk-tajny-klucz-do-testu-0123456789"


@pytest.fixture
def doctor(zeterka: Cli, monkeypatch: pytest.MonkeyPatch) -> Any:
    def look(url: str, **more: str) -> list[str]:
        given = {"MODEL_URL": url, "MODEL_NAME": "standin", "MODEL_KEY": KEY, "MODEL_RETRIES": "0", **more}
        for name, value in given.items():
            monkeypatch.setenv(f"ZETERKA_{name}", value)
        done = zeterka("doctor")
        assert KEY not in done.out + done.err
        lines = [line for line in done.out.splitlines() if line[3:].lstrip().startswith("model ")]
        assert (done.code == 0) is all(line.startswith("ok") for line in done.out.splitlines())
        return lines

    return look


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def broken(**reply: Any) -> Transcript:
    return Transcript.model_validate({"about": "made for a test", "otherwise": [reply]})


def test_a_server_that_can_do_everything(doctor: Any) -> None:
    with StandIn(load("doctor")) as server:
        lines = doctor(server.url)
    assert all(line.startswith("ok") for line in lines), lines
    for part in (
        "first word after",
        "tokens a second",
        "answers in Polish",
        "tool calls work",
        "JSON by a schema work",
    ):
        assert any(part in line for line in lines), part


def test_a_server_without_tools_is_told_how_to_describe_it(doctor: Any) -> None:
    transcript = load("doctor").model_copy(update={"server": load("no_tools_native").server})
    with StandIn(transcript) as server:
        assert any(line.startswith("BAD") and "json_schema" in line for line in doctor(server.url))
        lines = doctor(server.url, MODEL_TOOLS="json_schema")
    assert all(line.startswith("ok") for line in lines), lines


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ({"status": 404, "message": "no"}, "ends with /v1"),
        ({"status": 401, "message": f"key {KEY} is wrong"}, "the key is wrong or missing"),
        ({"status": 429}, "too many requests"),
        ({"status": 500}, "the server is unwell"),
        ({"html": "<html>Zaloguj się</html>"}, "event stream"),
        ({"html": "<html>Nie ma</html>", "status": 404}, "a web page came instead of an answer"),
        ({"raw": "data: {zepsute\n\n"}, "no JSON"),
    ],
)
def test_what_is_wrong_is_one_line(doctor: Any, reply: dict[str, Any], said: str) -> None:
    with StandIn(broken(**reply)) as server:
        (line,) = [line for line in doctor(server.url) if line.startswith("BAD")]
    assert said in line


def test_a_model_that_does_not_exist(doctor: Any) -> None:
    with StandIn(load("doctor")) as server:
        (line,) = [line for line in doctor(server.url, MODEL_NAME="nie-ma") if line.startswith("BAD")]
    assert "no such model" in line


def test_nothing_listens_there(doctor: Any) -> None:
    (line,) = [line for line in doctor(f"http://127.0.0.1:{closed_port()}/v1") if line.startswith("BAD")]
    assert "nothing answers at that address" in line


def test_a_host_that_does_not_exist(doctor: Any) -> None:
    (line,) = [line for line in doctor("https://nie-ma.invalid/v1") if line.startswith("BAD")]
    assert "no host of that name" in line or "nothing answers" in line


def test_a_proxy_that_is_not_there_is_named(doctor: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{closed_port()}")
    (line,) = [line for line in doctor("https://models.example/v1") if line.startswith("BAD")]
    assert "proxy" in line.casefold()


def certificate(folder: Path, *, expired: bool) -> Path:
    x509 = pytest.importorskip("cryptography.x509")
    hashes = pytest.importorskip("cryptography.hazmat.primitives.hashes")
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    ec = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.ec")

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    ends = now - datetime.timedelta(days=1) if expired else now + datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=9))
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.mark.parametrize(
    ("expired", "trusted", "said"), [(True, True, "has expired"), (False, False, "is not trusted")]
)
def test_a_certificate_that_is_not_good(
    doctor: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expired: bool, trusted: bool, said: str
) -> None:
    pem = certificate(tmp_path, expired=expired)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pem)
    with StandIn(load("doctor"), tls=tls) as server:
        (line,) = [line for line in doctor(server.url) if line.startswith("BAD")]
    assert said in line


def test_an_authority_of_ones_own_is_trusted(doctor: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = certificate(tmp_path, expired=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(pem)
    with StandIn(load("doctor"), tls=tls) as server:
        assert all(line.startswith("ok") for line in doctor(server.url))


def test_a_key_over_plain_http_is_refused(zeterka: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "models.yaml"
    file.write_text("models: [{name: m, url: 'http://models.example/v1', key_variable: MODELS_EXAMPLE_KEY}]")
    monkeypatch.setenv("ZETERKA_MODELS_FILE", str(file))
    monkeypatch.setenv("MODELS_EXAMPLE_KEY", KEY)
    done = zeterka("ask", "Co to jest INF.03?")
    assert done.code == 1
    assert "unencrypted" in done.err
    assert KEY not in done.err


@pytest.mark.parametrize("name", ["good_answer", "wrong_key", "status_500"])
def test_the_key_is_in_no_log_answer_or_file(
    name: str, data_dir: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (tmp_path / "index").symlink_to(data_dir / "index")
    with StandIn(load(name)) as server:
        settings = Settings(
            data_dir=tmp_path, page=False, model_url=server.url, model_name="standin", model_key=KEY, log_level="debug"
        )
        with serving(settings) as url:
            wire = ask(url, "Co to jest INF.03?", thread_id="klucz")
        assert server.chats[0].headers["authorization"] == f"Bearer {KEY}", "the key was sent"
    assert KEY not in wire.raw
    assert KEY not in caplog.text
    files = [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_relative_to(tmp_path / "index")]
    assert any("conversations" in path.name for path in files)
    assert not any(KEY.encode() in path.read_bytes() for path in files)
