"""Whose figure it is, what follows from figures, who is compared with whom, and what comes first."""

import pytest
from output_desk import DESK, given_record

from guardrails.frame import Sentence, handles_of
from guardrails.output import Grounding
from guardrails.output.claim import claim_of
from guardrails.output.features.order import out_of_order
from guardrails.output.reading import read
from guardrails.output.source import source_of

DIGGING = given_record(
    "q3",
    "Wiercenie studni testowych",
    "Poziom PRK: 5\nWażność: 2 lata\nObjętość: 90 godz.\nOpłata za egzamin: 400 zł",
    prk_level=5,
)
BAKING = given_record(
    "q4",
    "Wypiek chleba zmyślonego",
    "Poziom PRK: 3\nWażność: 5 lat\nObjętość: 60 godz.\nOpłata za egzamin: 250 zł",
    prk_level=3,
)
DIPLOMA = given_record("q5", "Dyplom próbny", "Poziom PRK: 4\nWażność: 5 lat", prk_level=4)
PAY = given_record("l1", "Zarobki zmyślone", "Mediana: 4100 zł brutto\nStawka minimalna: 31 zł za godzinę pracy")
DATES = given_record(
    "f3", "Terminy zmyślone", "Deklaracje przyjmuje się do 15 września 2026 r.\nStan: rok szkolny 2020"
)
LACQUER = given_record(
    "q6", "Renowacja testowa", "Zadania: ocena powierzchni; odtłuszczanie; nakładanie powłok; polerowanie"
)
ALL = {**DESK, **{item.handle: item for item in (DIGGING, BAKING, DIPLOMA, PAY, DATES, LACQUER)}}


def why(text: str) -> str:
    return Grounding().why_not(Sentence(text, handles_of(text)), ALL)


@pytest.mark.parametrize(
    "text",
    [
        "Wiercenie studni jest na trzecim poziomie, a wypiek chleba na piątym [q3][q4].",
        "Wypiek chleba jest ważny 2 lata, a wiercenie studni 5 lat [q3][q4].",
    ],
)
def test_a_figure_of_the_other_record_is_stopped(text: str) -> None:
    assert "is not of" in why(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wiercenie studni jest na piątym poziomie, a wypiek chleba na trzecim [q3][q4].",
        "Wypiek chleba jest ważny 5 lat, a wiercenie studni 2 lata [q3][q4].",
        "Oba egzaminy kosztują razem 650 zł [q3][q4].",
    ],
)
def test_each_record_with_its_own_figures_passes(text: str) -> None:
    assert why(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Wypiek chleba ma 60 godzin, o 30 mniej niż wiercenie studni [q3][q4].",
        "Stawka minimalna to 31 zł brutto za godzinę [l1].",
        "Połowa osób zarabia najwyżej 4100 zł brutto [l1].",
        "Deklaracje przyjmuje się do 15. dnia września [f3].",
        "Stan z roku szkolnego 2020/21 [f3].",
    ],
)
def test_a_figure_that_follows_from_the_record_passes(text: str) -> None:
    assert "is not in the cited record" not in why(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wypiek chleba ma 60 godzin, o 40 mniej niż wiercenie studni [q3][q4].",
        "Deklaracje przyjmuje się do 14. dnia września [f3].",
        "Stan z roku szkolnego 2020/23 [f3].",
    ],
)
def test_a_figure_that_does_not_is_stopped(text: str) -> None:
    assert "is not in the cited record" in why(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Egzamin z wiercenia studni jest droższy od egzaminu z wypieku chleba [q3][q4].", True),
        ("Egzamin z wiercenia studni jest tańszy od egzaminu z wypieku chleba [q3][q4].", False),
        ("Najwyższy poziom z tych trzech ma wiercenie studni [q3][q4][q5].", True),
        ("Najniższy poziom z tych trzech ma wiercenie studni [q3][q4][q5].", False),
        ("Oba certyfikaty są ważne tak samo długo: wypiek chleba i dyplom próbny [q4][q5].", True),
        ("Oba certyfikaty są ważne tak samo długo: wypiek chleba i wiercenie studni [q3][q4].", False),
    ],
)
def test_a_comparison_is_computed(text: str, right: bool) -> None:
    reason = why(text)
    assert ("comparison" in reason or "called" in reason) is not right


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Pierwszym zadaniem jest polerowanie, a powierzchnię ocenia się na końcu [q6].", 1.0),
        ("Najpierw ocena powierzchni, potem polerowanie [q6].", 0.0),
        ("Polerowanie jest jednym z zadań [q6].", 0.0),
    ],
)
def test_the_order_of_a_list_is_kept(text: str, wrong: float) -> None:
    claim = claim_of(read(text), ("q6",), {"q6": source_of(LACQUER)}, "pl")
    assert out_of_order(claim) == wrong


def test_talk_that_only_names_a_code_needs_no_source() -> None:
    assert why("Jasne, już tłumaczę, na czym polega INF.04.") == ""
    assert why("INF.04 ma poziom 5.") == "fact without a source"
