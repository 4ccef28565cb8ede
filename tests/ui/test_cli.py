"""The command line: what is printed where, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ui_outcome import Cli

REPOSITORY = Path(__file__).parents[2]


def python(code: str, data_dir: Path, stdin: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "ZETERKA_DATA_DIR": str(data_dir), "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, input=stdin, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_help_names_the_commands_and_loads_nothing_heavy(data_dir: Path) -> None:
    done = python(
        "import sys; from ui.cli.app import run; code = run(['--help']);"
        "heavy = {'langgraph', 'chainlit', 'fastapi', 'langchain_core', 'qdrant_edge', 'onnxruntime'};"
        "sys.exit(code or ' '.join(heavy & sys.modules.keys()) or 0)",
        data_dir,
    )
    assert done.stderr == b""
    for command in (b"ask", b"chat", b"search", b"show", b"serve", b"ingest", b"doctor"):
        assert command in done.stdout


def test_search_does_not_load_the_graph(data_dir: Path) -> None:
    done = python(
        "import sys; from ui.cli.app import run; code = run(['search', 'fryzjer']);"
        "sys.exit(code or ' '.join({'langgraph', 'chainlit', 'fastapi'} & sys.modules.keys()) or 0)",
        data_dir,
    )
    assert (done.stderr, done.returncode) == (b"", 0)


def test_a_question_is_answered_with_numbered_sources(zeterka: Cli) -> None:
    done = zeterka("ask", "Jak zostać technikiem programistą?")
    assert done.code == 0
    for part in ("351406", "INF.03", "INF.04", "[1]", "Źródła:", "https://kwalifikacje.gov.pl"):
        assert part in done.out


def test_a_question_from_standard_input_as_json(zeterka: Cli) -> None:
    done = zeterka("ask", "-", "--json", "--thread", "w-potoku", "--audience", "youth", stdin="Co to jest INF.03?\n")
    answer = json.loads(done.out)
    assert answer["status"] == "answered"
    assert answer["thread_id"] == "w-potoku"
    assert answer["audience"] == "youth"
    assert answer["citations"][0].keys() >= {"n", "record_id", "kind", "title", "url", "as_of"}


def test_the_language_of_the_answer_can_be_asked_for(zeterka: Cli) -> None:
    assert json.loads(zeterka("ask", "INF.03", "--lang", "en", "--json").out)["language"] == "en"


@pytest.mark.parametrize("question", ["", " ", "\ud800", "🙂", "\x00", "x" * 100_000, "\u200b\U000e0041"])
def test_hostile_questions_get_a_status_and_not_a_crash(zeterka: Cli, question: str) -> None:
    done = zeterka("ask", question, "--json")
    assert done.code == 0
    assert json.loads(done.out)["status"] in {"clarification_asked", "no_information", "out_of_scope", "small_talk"}


WRONG_USE = [
    ("zadaj",),
    ("ask",),
    ("ask", "x", "--lang", "de"),
    ("search", "x", "--limit", "0"),
    ("search", "x", "--prk", "9"),
    ("show",),
    ("--nie-ma",),
]


@pytest.mark.parametrize("arguments", WRONG_USE)
def test_wrong_use_is_exit_code_two_and_one_line(zeterka: Cli, arguments: tuple[str, ...]) -> None:
    done = zeterka(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("zeterka: ")
    assert done.err.count("\n") == 1


def test_a_thread_id_that_cannot_be_one(zeterka: Cli) -> None:
    done = zeterka("ask", "INF.03", "--thread", "../x")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "thread id" in done.err


def test_search_prints_a_table_and_what_it_narrowed(zeterka: Cli) -> None:
    done = zeterka("search", "programowanie", "--prk", "4", "--category", "market", "--limit", "3")
    assert done.code == 0
    assert "wolnorynkowa" in done.out
    assert "Zawężono" in done.out
    assert "prk_levels: 4" in done.out


def test_search_as_json(zeterka: Cli) -> None:
    found = json.loads(zeterka("search", "fryzjer", "--json", "--limit", "2", "--kind", "full").out)
    assert len(found["hits"]) == 2
    assert {hit["kind"] for hit in found["hits"]} == {"full"}


def test_search_that_finds_nothing_says_so(zeterka: Cli) -> None:
    done = zeterka("search", "fryzjer", "--prk", "8", "--category", "craft")
    assert done.code == 0
    assert "Nic nie pasuje." in done.out


@pytest.mark.parametrize(
    "wanted", ["zrk:INF.03", "inf.03", "kzis:351406", "inst:oke-gdansk", "fact:R001", "labour:men-2026-741103"]
)
def test_show_writes_a_card_with_sources(zeterka: Cli, wanted: str) -> None:
    done = zeterka("show", wanted)
    assert (done.code, done.err) == (0, "")
    assert "Źródła pól:" in done.out
    assert "(a)" in done.out


def test_show_marks_what_is_only_probable(zeterka: Cli) -> None:
    assert "Poziom PRK: prawdopodobnie 5" in zeterka("show", "zrk:INF.03").out


def test_show_as_json_is_the_record(zeterka: Cli) -> None:
    assert json.loads(zeterka("show", "zrk:INF.03", "--json").out)["id"] == "zrk:INF.03"


def test_show_of_what_is_not_there(zeterka: Cli) -> None:
    done = zeterka("show", "zrk:INF.99")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)


def test_a_missing_index_is_built_first(zeterka: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(tmp_path / "nowe"))
    done = zeterka("show", "INF.03")
    assert done.code == 0
    assert "index…" in done.err
    assert (tmp_path / "nowe" / "index").is_dir()


def test_an_unreadable_setting_is_one_line(zeterka: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZETERKA_PORT", "x")
    done = zeterka("search", "x")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "ZETERKA_PORT" in done.err


def test_debug_shows_the_traceback_wherever_it_stands(zeterka: Cli) -> None:
    assert "Traceback" in zeterka("show", "INF.99", "--debug").err
    assert "Traceback" in zeterka("--debug", "show", "INF.99").err
    assert "Traceback" not in zeterka("show", "--", "--debug").err


def test_a_database_nobody_can_use_yet_is_not_passed_over(zeterka: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://example.pl/x")
    done = zeterka("ask", "INF.03")
    assert done.code == 1
    assert "DATABASE_URL" in done.err


def test_a_conversation_in_the_terminal(zeterka: Cli) -> None:
    lines = ["Co to jest INF.03?", "ile to trwa?", "", "/zrodla", "/jezyk en", "/jezyk auto", "/pomoc", "/x"]
    done = zeterka("chat", stdin="\n".join([*lines, "/nowy", "/sources", "/koniec", "nie czytane"]))
    assert done.code == 0
    assert "INF.03" in done.out
    assert "Źródła:" in done.out
    for said in ("/zrodla", "/dzherela", "/sources", "Language of answers: en", "/x", "A new conversation", "Goodbye"):
        assert said in done.err


def test_a_conversation_ends_with_the_input(zeterka: Cli) -> None:
    assert zeterka("chat", "--lang", "uk", stdin="INF.03\n").code == 0


def test_ingest_builds_the_index_and_reports(zeterka: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(tmp_path / "nowe"))
    done = zeterka("ingest")
    assert done.code == 0
    assert "snapshot: " in done.out
    assert "qualification" in done.out


@pytest.mark.parametrize("arguments", [("nieznane",), ("kzis",), ("file", "/nie/ma.jsonl")])
def test_ingest_of_nothing_is_one_line(
    zeterka: Cli, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(tmp_path / "nowe"))
    done = zeterka("ingest", *arguments)
    assert (done.code, done.err.count("\n")) == (1, 1)


def test_doctor_lists_settings_index_and_fill_rates(zeterka: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZETERKA_TOOL_ROUNDS", "3")
    done = zeterka("doctor")
    assert done.code == 0
    for part in ("ZETERKA_TOOL_ROUNDS = 3  (environment)", "qualification", "name 100%", "embedded", "built"):
        assert part in done.out


def test_doctor_is_not_content_with_a_missing_index(
    zeterka: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZETERKA_DATA_DIR", str(tmp_path / "nowe"))
    monkeypatch.setenv("ZETERKA_PROT", "1")
    monkeypatch.setenv("DATABASE_URL", "postgresql://kto:tajne@example.pl/x")
    done = zeterka("doctor")
    assert done.code == 1
    assert "BAD  index" in done.out
    assert "ZETERKA_PROT" in done.out
    assert "tajne" not in done.out


def test_doctor_prints_the_page_about_settings(zeterka: Cli) -> None:
    page = (REPOSITORY / "docs" / "settings.md").read_text("utf-8")
    assert zeterka("doctor", "--settings-doc").out == page


def test_a_reader_that_leaves_is_no_error(data_dir: Path) -> None:
    environment = {**os.environ, "ZETERKA_DATA_DIR": str(data_dir), "PYTHONPATH": str(REPOSITORY)}
    shell = f"{sys.executable} -m ui show INF.03 | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], env=environment, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_bytes_that_are_no_text_are_survived(data_dir: Path) -> None:
    done = python("import sys; from ui.cli.app import run; sys.exit(run(['ask', '-']))", data_dir, b"\xff\xfe\x00")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_an_interrupt_is_130(data_dir: Path) -> None:
    code = (
        "import sys, threading, _thread; from ui.cli import console;\n"
        "import ui.cli.ask as ask\n"
        "def interrupted(*_): raise KeyboardInterrupt\n"
        "ask._from_stdin = interrupted\n"
        "from ui.cli.app import run; sys.exit(run(['ask', '-']))"
    )
    done = python(code, data_dir)
    assert (done.returncode, done.stderr) == (130, b"")


def test_answering_is_turned_off_and_on_with_a_reason(zeterka: Cli, data_dir: Path) -> None:
    assert zeterka("off").code == 2
    assert zeterka("off", "--reason", "przegląd", "--who", "operator").code == 0
    try:
        off = zeterka("ask", "Co to jest INF.03?", "--json")
        assert json.loads(off.out)["citations"] == []
    finally:
        assert zeterka("on", "--reason", "po przeglądzie", "--who", "operator").code == 0
    assert json.loads(zeterka("ask", "Co to jest INF.03?", "--json").out)["citations"]
    log = [json.loads(line) for line in (data_dir / "audit.jsonl").read_text("utf-8").splitlines()]
    assert [(entry["who"], entry["reason"]) for entry in log[-2:]] == [
        ("operator", "przegląd"),
        ("operator", "po przeglądzie"),
    ]


def test_a_plan_of_nothing_is_one_clear_line(zeterka: Cli, tmp_path: Path) -> None:
    done = zeterka("plan", "nie-ma-takiej", "--out", str(tmp_path / "plan.md"))
    assert (done.code, done.err) == (1, "zeterka: there is no conversation 'nie-ma-takiej'\n")
    assert zeterka("plan", "nie-ma-takiej", "--out", str(tmp_path / "plan.exe")).code == 2
    assert not list(tmp_path.glob("plan.*"))
