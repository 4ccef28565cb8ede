from collections.abc import Callable
from pathlib import Path

import pytest
from output_desk import DESK, given_record

from guardrails.frame import Action, Sentence
from guardrails.output import Contacts
from guardrails.output.contacts import foreign_contacts

PROBE = Path(__file__).parent / "output_linear_probe.py"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zapisz się na www.zmyslona-strona.pl [q1].", "address"),
        ("Zobacz [opis](http://zle.example/a) [q1].", "address"),
        ("`curl https://zle.example`", "address"),
        ("Wejdź na portal-kursow.edu.pl.", "address"),
        ("Wejdź na portal kropka pl.", "address"),
        ("Napisz na kursy@zmyslone.pl.", "e-mail"),
        ("Napisz: kursy (at) zmyslone (dot) pl.", "e-mail"),
        ("Zadzwoń pod +48 800 555 200.", "phone"),
        ("Zadzwoń pod 22 555 01 23.", "phone"),
        ("Telefon: 19115.", "phone"),
        ("Numer 45-67-890 czeka.", "phone"),
    ],
)
def test_a_contact_from_nowhere_is_stopped(text: str, kind: str) -> None:
    verdict = Contacts()(Sentence(text), DESK)
    assert (verdict.action, verdict.detail) == (Action.DROPPED, f"unsupported: {kind} from no source")


@pytest.mark.parametrize(
    "text",
    [
        "Zadzwoń pod 116 111.",
        "Zobacz https://example.org/q1.",
        "Adres to example.org/q1",
        "Kod zawodu to 351406, a pozycja 12464.",
        "Rok szkolny 2020/2021, dnia 2021-02-19 i 19.12.2018.",
        "Opłata to 1 200 000 zł.",
        "Trwa od 120 do 240 minut.",
    ],
)
def test_known_contacts_and_plain_figures_pass(text: str) -> None:
    assert Contacts()(Sentence(text), DESK).action is Action.PASSED


def test_a_contact_in_a_record_may_be_given() -> None:
    record = given_record("i1", "Izba", "Telefon: 22 555 01 23, e-mail: biuro@izba.example.pl")
    said = Sentence("Zadzwoń: 225550123 albo pisz biuro@izba.example.pl [i1].")
    assert Contacts()(said, {"i1": record}).action is Action.PASSED
    assert foreign_contacts("biuro@izba.example.pl.evil.com", ["biuro@izba.example.pl"]) == ("e-mail",)
    assert Contacts(extra=("nowy.pl",))(Sentence("Zajrzyj na nowy.pl"), {}).action is Action.PASSED


def test_no_door_hangs_on_hostile_text(said_by: Callable[[Path], str]) -> None:
    """Every pattern and scan meets 40 000 characters built against it, in a process that is killed when it hangs."""
    assert said_by(PROBE) == "done"
