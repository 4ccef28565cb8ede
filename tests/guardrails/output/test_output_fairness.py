import pytest
from output_desk import DESK, given_record

from guardrails.frame import Action, Sentence
from guardrails.output import Bias, LanguageDrift, Tone, Wording
from guardrails.output.protected import strip
from guardrails.output.readability import fog_pl, syllables
from guardrails.output.wording import mend, pairs_of


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Kobiety lepiej nadają się do opieki.", "gender"),
        ("To typowo męski zawód.", "gender"),
        ("Skoro jesteś dziewczyną, polecam kosmetykę.", "gender"),
        ("Seniorzy nie radzą sobie z komputerem.", "age"),
        ("Jesteś za stara na ten zawód.", "age"),
        ("Romowie wolą inne zajęcia, to praca dla Romów.", "origin"),
        ("Ten zawód nie jest dla niepełnosprawnych.", "disability"),
        ("Muzułmanki nie nadają się do gastronomii.", "religion"),
        ("Praca dla osób w ciąży jest zbyt ciężka.", "family"),
        ("Ludzie ze wsi lepiej radzą sobie na roli.", "place"),
        ("Women are better suited to nursing.", "gender"),
        ("Це робота для чоловіків.", "gender"),
        ("To babska robota.", "slur"),
    ],
)
def test_nobody_is_steered(text: str, attribute: str) -> None:
    verdict = Bias()(Sentence(text), {})
    assert (verdict.action, verdict.detail) == (Action.DROPPED, f"bias: {attribute}")


@pytest.mark.parametrize(
    "text",
    [
        "Zawód jest dla każdego, niezależnie od płci.",
        "Uprawnienia nadaje się na podstawie ustawy.",
        "Ta ścieżka pasuje do Twoich zainteresowań.",
        "Opiekunka osoby starszej podaje posiłki.",
        "Twój dokument jest za stary.",
        "Both women and men work in this occupation.",
    ],
)
def test_plain_talk_of_people_passes(text: str) -> None:
    assert Bias()(Sentence(text), {}).action is Action.PASSED


def test_a_rule_of_a_cited_record_is_no_bias() -> None:
    rule = given_record("o1", "technik masażysta", "W technikum tylko dla niewidomych.")
    said = Sentence("Technikum nie jest dla każdego, tylko dla niewidomych [o1].", ("o1",))
    assert Bias()(said, {"o1": rule}).action is Action.PASSED
    assert Bias()(said, {}).action is Action.DROPPED


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Certyfikat gwarantuje pracę.", "promise"),
        ("Masz depresję, idź do lekarza.", "diagnosis"),
        ("Jesteś lepszy od innych kandydatów.", "ranking"),
        ("It guarantees you a job.", "promise"),
        ("Ти не впораєшся.", "ranking"),
        ("Certyfikat nie gwarantuje pracy.", ""),
        ("Warto porozmawiać z doradcą.", ""),
    ],
)
def test_tone(text: str, fault: str) -> None:
    assert Tone()(Sentence(text), {}).detail == fault


def test_the_language_of_the_turn_is_kept() -> None:
    polish = LanguageDrift("pl")
    assert polish(Sentence("You can take the exam after the course."), {}).action is Action.DROPPED
    assert polish(Sentence("Egzamin można zdać po kursie."), {}).action is Action.PASSED
    assert polish(Sentence("Front-end developer."), {}).action is Action.PASSED
    quoted = Sentence("It is called Montowanie stolarki budowlanej [q1].", ("q1",))
    assert LanguageDrift("en")(quoted, DESK).action is Action.PASSED
    assert LanguageDrift("pl")(Sentence("Можна скласти іспит після курсу."), {}).action is Action.DROPPED


def test_both_genders_are_named_where_the_form_is_exact() -> None:
    pairs = pairs_of([("fryzjer", "fryzjerka"), ("technik programista", "techniczka programistka"), ("kelner", "")])
    assert mend("Możesz pracować jako technik programista.", pairs) == (
        "Możesz pracować jako technik programista / techniczka programistka."
    )
    assert mend("Osoba jako fryzjer strzyże.", pairs) == "Osoba jako fryzjer strzyże."
    assert mend("Jako fryzjer lub fryzjerka strzyżesz.", pairs) == "Jako fryzjer lub fryzjerka strzyżesz."
    assert mend("Jako kelner podajesz dania.", pairs) == "Jako kelner podajesz dania."
    assert Wording()(Sentence("Jeśli zdałeś egzamin, wybierz."), {}).text == "Jeśli zdałeś(-aś) egzamin, wybierz."
    assert Wording(pairs)(Sentence("Dobry wybór."), {}).action is Action.PASSED


@pytest.mark.parametrize(
    ("text", "left", "attributes"),
    [
        ("Mam 45 lat, jestem po czterdziestce, co mogę robić?", "co mogę robić?", {"age"}),
        ("Jestem na wózku i interesuje mnie grafika", "interesuje mnie grafika", {"disability"}),
        ("Jako samotna matka szukam kursu wieczorowego", "szukam kursu wieczorowego", {"family"}),
        ("Я українка, мені 40 років, хочу стати перукаркою", "хочу стати перукаркою", {"origin", "age"}),
        ("Mieszkam na wsi, jestem katolikiem, szukam kursu", "szukam kursu", {"place", "religion"}),
        ("ile lat trwa technikum", "ile lat trwa technikum", set()),
    ],
)
def test_protected_attributes_do_not_reach_matching(text: str, left: str, attributes: set[str]) -> None:
    stripped = strip(text)
    assert stripped.text == left
    assert {item.attribute for item in stripped.removed} == attributes


def test_both_genders_ask_the_same() -> None:
    woman, man = strip("Jestem kobietą i chciałabym spawać"), strip("Jestem mężczyzną i chciałbym spawać")
    assert woman.text == man.text
    assert (woman.gender, man.gender, strip("Chcę spawać").gender) == ("f", "m", "")


def test_hard_words_make_a_text_hard_to_read() -> None:
    plain, hard = "Ala ma kota. Kot ma Alę.", "Zaświadczenie o ukończeniu kwalifikacyjnego kursu zawodowego."
    assert fog_pl(plain) == 1.2
    assert fog_pl(hard) > 15
    assert fog_pl("...") == 0
    assert [syllables(word) for word in ("kot", "nauka", "Europa", "zmiana", "certyfikacja")] == [1, 2, 3, 2, 5]
