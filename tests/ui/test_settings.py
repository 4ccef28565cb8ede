"""Settings: what is accepted, what is refused and how that is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.addresses import host_of_header, is_loopback
from ui.configuration import SettingsError, load_settings, origins, unknown_variables, variable, writable
from ui.settings import Settings
from ui.settings_doc import settings_page

REPOSITORY = Path(__file__).parents[2]

REFUSED = [
    ({"ZETERKA_PORT": "99999"}, "ZETERKA_PORT"),
    ({"ZETERKA_PORT": "osiem"}, "ZETERKA_PORT"),
    ({"ZETERKA_HOST": "0.0.0.0"}, "public_url or allowed_hosts"),
    ({"ZETERKA_CORS_ORIGINS": "*"}, "ZETERKA_CORS_ORIGINS"),
    ({"ZETERKA_CORS_ORIGINS": "example.pl"}, "is not an origin"),
    ({"ZETERKA_ALLOWED_HOSTS": "*.example.pl"}, "ZETERKA_ALLOWED_HOSTS"),
    ({"ZETERKA_REGISTER_URL": "ftp://example.pl"}, "ZETERKA_REGISTER_URL"),
    ({"ZETERKA_MODEL_URL": "file:///etc/passwd", "ZETERKA_MODEL_NAME": "m"}, "ZETERKA_MODEL_URL"),
    ({"ZETERKA_PUBLIC_URL": "https://ja:haslo@example.pl"}, "ZETERKA_PUBLIC_URL"),
    (
        {"ZETERKA_MODEL_URL": "http://example.pl/v1", "ZETERKA_MODEL_NAME": "m", "ZETERKA_MODEL_KEY": "tajne"},
        "unencrypted",
    ),
    ({"QDRANT_URL": "http://example.pl", "QDRANT_API_KEY": "tajne"}, "qdrant_api_key"),
    ({"DATABASE_URL": "mysql://tajne@example.pl/x"}, "DATABASE_URL"),
    ({"ZETERKA_MODEL": "openai"}, "model_url and model_name"),
    ({"ZETERKA_LANGUAGE": "de"}, "ZETERKA_LANGUAGE"),
    ({"ZETERKA_WORKERS": "0"}, "ZETERKA_WORKERS"),
    ({"ZETERKA_LABOUR_LIVE": "bdl,gus"}, "choose of bdl, cbop, esco, eures"),
    ({"ZETERKA_BUR_URL": "http://example.pl/api/", "ZETERKA_BUR_KEY": "tajne"}, "bur_key would travel unencrypted"),
]


@pytest.mark.parametrize(("environment", "said"), REFUSED)
def test_unsafe_and_wrong_values_are_refused_in_one_line(
    environment: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refusal:
        load_settings()
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert "tajne" not in str(refusal.value)


def test_the_environment_wins_over_the_file_and_the_command_line_over_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("ZETERKA_PORT=1\nZETERKA_WORKERS=2\nZETERKA_TOOL_ROUNDS=3\nOTHER=1\n")
    monkeypatch.setenv("ZETERKA_PORT", "4")
    monkeypatch.setenv("ZETERKA_WORKERS", "5")
    monkeypatch.setenv("ZETERKA_LOG_LEVEL", "")

    settings = load_settings(port=6, host=None)

    assert (settings.port, settings.workers, settings.tool_rounds) == (6, 5, 3)
    assert settings.log_level == "info"
    come_from = origins({"port": 6})
    assert come_from["port"] == "command line"
    assert come_from["workers"] == "environment"
    assert come_from["tool_rounds"] == ".env"
    assert come_from["log_level"] == "default"


def test_a_file_that_is_not_text_is_named() -> None:
    Path(".env").write_bytes(b"ZETERKA_PORT=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()


def test_names_that_are_no_setting_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZETERKA_PROT", "1")
    assert unknown_variables() == ("ZETERKA_PROT",)


def test_settings_cannot_be_changed_and_keep_their_secrets() -> None:
    settings = Settings(model_url="https://example.pl/v1", model_name="m", model_key="tajne")
    assert "tajne" not in repr(settings)
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1


def test_the_chat_model_follows_from_the_address() -> None:
    assert Settings().chat_model == "embedded"
    assert Settings(model_url="http://127.0.0.1/v1", model_name="m", model_key="k").chat_model == "openai"
    assert Settings(model_url="http://127.0.0.1/v1", model_name="m", model="embedded").chat_model == "embedded"


def test_the_server_answers_to_its_own_names_alone() -> None:
    settings = Settings(host="0.0.0.0", public_url="https://Zeterka.example.pl:8443/x", allowed_hosts=("wewnatrz",))
    assert {"zeterka.example.pl", "wewnatrz", "127.0.0.1", "localhost"} <= settings.hosts


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "plik"
    file.write_text("")
    with pytest.raises(SettingsError, match="ZETERKA_DATA_DIR"):
        writable(file / "dane")


def test_the_page_about_settings_is_the_one_in_docs() -> None:
    assert (REPOSITORY / "docs" / "settings.md").read_text("utf-8") == settings_page()


def test_the_page_names_every_setting() -> None:
    assert all(f"`{variable(field)}`" in settings_page() for field in Settings.model_fields)


def test_the_example_file_holds_settings_that_exist() -> None:
    lines = (REPOSITORY / ".env.example").read_text("utf-8").splitlines()
    names = {line.lstrip("#").partition("=")[0]: "" for line in lines if "=" in line}
    assert names
    assert unknown_variables(names) == ()


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("example.pl", "example.pl"),
        ("EXAMPLE.pl:80", "example.pl"),
        ("[::1]:8000", "::1"),
        ("", ""),
        ("a/b", ""),
        ("user@example.pl", ""),
        ("[::1", ""),
    ],
)
def test_the_host_of_a_header(header: str, host: str) -> None:
    assert host_of_header(header) == host


@given(st.text())
def test_no_header_breaks_the_reader(header: str) -> None:
    assert isinstance(host_of_header(header), str)


def test_loopback() -> None:
    assert is_loopback("localhost")
    assert is_loopback("127.9.9.9")
    assert not is_loopback("10.0.0.1")
    assert not is_loopback("example.pl")
