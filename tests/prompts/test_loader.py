"""Texts are found by id and language, fall back to Polish, and carry the hash of their file."""

import hashlib
from pathlib import Path

import pytest

from prompts import PromptError, Prompts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pl").mkdir()
    (tmp_path / "en").mkdir()
    (tmp_path / "pl" / "hello.j2").write_text("Cześć, {{ name }}! {{ t('tail') }}", "utf-8")
    (tmp_path / "pl" / "phrases.yaml").write_text("tail: Do zobaczenia\ndeep:\n  er: '{n} razy'\n", "utf-8")
    (tmp_path / "en" / "phrases.yaml").write_text("tail: See you\n", "utf-8")
    return tmp_path


def test_a_text_carries_the_hash_of_its_file(folder: Path) -> None:
    prompt = Prompts(folder).render("hello", "pl", name="Olu")
    assert prompt.text == "Cześć, Olu! Do zobaczenia"
    assert prompt.sha256 == hashlib.sha256((folder / "pl" / "hello.j2").read_bytes()).hexdigest()


def test_what_is_missing_in_a_language_is_taken_from_polish(folder: Path) -> None:
    prompts = Prompts(folder)
    assert prompts.render("hello", "en", name="Ola").text == "Cześć, Ola! See you"
    assert prompts.phrase("deep.er", "en", n=3) == "3 razy"


def test_a_value_is_never_read_as_a_template(folder: Path) -> None:
    assert "{{ 7*7 }}" in Prompts(folder).render("hello", "pl", name="{{ 7*7 }}").text
    assert Prompts(folder).phrase("deep.er", "pl", n="{0.__class__}") == "{0.__class__} razy"


@pytest.mark.parametrize(
    "ask",
    [
        lambda prompts: prompts.render("missing", "pl"),
        lambda prompts: prompts.render("hello", "pl"),
        lambda prompts: prompts.phrase("missing", "pl"),
    ],
    ids=["no such text", "a value is missing", "no such phrase"],
)
def test_a_fault_is_named(folder: Path, ask) -> None:
    with pytest.raises(PromptError):
        ask(Prompts(folder))


def test_every_template_of_the_package_has_a_hash() -> None:
    prompts = Prompts()
    assert {"pl", "en", "uk"} <= prompts.languages
    assert len(prompts.sha256("system", "pl")) == 64


def test_every_phrase_file_of_a_language_is_read(folder: Path) -> None:
    (folder / "pl" / "more.yaml").write_text("deep:\n  extra: jeszcze\n", "utf-8")
    assert Prompts(folder).phrase("deep.extra", "pl") == "jeszcze"
    assert Prompts(folder).phrase("tail", "pl") == "Do zobaczenia"


def test_one_key_in_two_files_is_an_error(folder: Path) -> None:
    (folder / "pl" / "more.yaml").write_text("tail: Pa\n", "utf-8")
    with pytest.raises(PromptError, match=r"phrases\.yaml: 'tail'"):
        Prompts(folder).phrase("tail", "pl")
