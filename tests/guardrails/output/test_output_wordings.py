"""Glue, classes, closed fields, duels of two records, and talk without a source."""

import pytest
from output_desk import given_record

from guardrails.frame import Sentence, handles_of
from guardrails.output import Grounding
from guardrails.output.claim import Claim, claim_of
from guardrails.output.classes import classes_of
from guardrails.output.comparisons import false_comparison
from guardrails.output.factual import states_a_fact
from guardrails.output.features import features, wordings
from guardrails.output.glue import is_glue
from guardrails.output.hedges import Hedges
from guardrails.output.reading import read
from guardrails.output.source import source_of
from register.evidence import Evidence

BAKER = given_record(
    "o1", "piekarz", "Nazwa: piekarz\nTyp szkoły: BS I\nZadania: wypiekanie chleba; ocenianie surowców",
    school_types=["BS I"], kkz_allowed=False, full_prk_level=3, regions=["podlaskie"], translations={"en": "baker"},
)  # fmt: skip
TANNER = given_record(
    "o2", "technik garbarz", "Nazwa: technik garbarz\nTyp szkoły: technikum", school_types=["technikum"],
    kkz_allowed=True, full_prk_level=4, regions=["łódzkie", "podlaskie"], translations={"en": "tanning technician"},
)  # fmt: skip
PROBABLE = given_record("q7", "Malowanie", "Poziom PRK: 4 (prawdopodobnie)", prk_level=4, derived=["prk_level"])
HOURS = given_record("q8", "Szycie", "Objętość: 1200 godz.\nPoziom PRK: 3", prk_level=3, volume_hours=1200)
DESK = {item.handle: item for item in (BAKER, TANNER, PROBABLE, HOURS)}


def said(text: str, **more: Evidence) -> Claim:
    desk = {handle: source_of(item) for handle, item in (DESK | more).items()}
    return claim_of(read(text), handles_of(text), desk, "pl")


def test_words_of_talk_weigh_little_and_words_of_the_field_keep_their_weight() -> None:
    assert is_glue("wyglada", ("wygladac",))
    assert is_glue("takes", ("tak",))
    assert not is_glue("komisja", ("komisja",))


def test_words_have_classes_in_three_languages() -> None:
    assert "success" in classes_of("awans", ("awans",))
    assert "women" in classes_of("women", ("women",))
    assert "money" in classes_of("безкоштовно", ("безкоштовно",))


def test_a_wording_names_small_words_and_what_the_record_lacks() -> None:
    found = wordings(said("Piekarz zawsze wypieka chleb przed komisją [o1]."))
    assert {"says: zawsze", "says: [+frequency]", "new: komisja", "new: [commission]"} <= found
    assert "says: piekarz" not in found and "new: piekarz" not in found


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Piekarza można się nauczyć na KKZ [o1].", "field_wrong"),
        ("KKZ dla piekarza nie ma [o1].", "field_right"),
        ("Piekarza uczy technikum [o1].", "field_wrong"),
        ("Garbarza uczy technikum [o2].", "field_right"),
        ("Garbarza uczy wyłącznie technikum [o2].", "field_right"),
    ],
)
def test_a_closed_field_speaks_for_or_against(text: str, field: str) -> None:
    seen = features(said(text))
    assert seen[field] == 1.0
    assert seen["field_wrong"] + seen["field_right"] == 1.0


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Garbarz ma wyższy poziom niż piekarz [o1][o2].", True),
        ("Piekarz ma wyższy poziom niż garbarz [o1][o2].", False),
        ("The baker's level is higher than the tanning technician's [o1][o2].", False),
        ("Szycie i wypiekanie: poziomy są równe [q8][o1].", True),
        ("Poziomy obu zawodów są równe [o1][o2].", False),
        ("Piekarz obejmuje więcej województw niż garbarz [o1][o2].", False),
    ],
)
def test_two_records_are_compared_by_their_fields(text: str, right: bool) -> None:
    assert (false_comparison(said(text)) == "") is right


def test_hours_may_be_told_in_working_days() -> None:
    rail = Grounding()
    days = "To 1200 godzin, czyli 150 dni po osiem godzin [q8]."
    assert "is not in the cited record" not in rail.why_not(Sentence(days, ("q8",)), DESK)
    wrong = "To 1200 godzin, czyli 170 dni po osiem godzin [q8]."
    assert "days 170" in rail.why_not(Sentence(wrong, ("q8",)), DESK)


def test_a_probable_level_said_in_words_needs_its_hedge() -> None:
    for text in ("Malowanie ma czwarty poziom PRK [q7].", "Malowanie jest na IV poziomie PRK [q7]."):
        assert "only probable" in Hedges()(Sentence(text, ("q7",)), DESK).detail
    assert not Hedges()(Sentence("Malowanie ma prawdopodobnie czwarty poziom PRK [q7].", ("q7",)), DESK).detail


@pytest.mark.parametrize(
    "text",
    [
        "Spokojnie, to da się załatwić.",
        "Fotografia, świetny wybór do przejrzenia.",
        "Sprawdziłam prognozę.",
        "Let me take these two in turn.",
        "Гарне запитання.",
    ],
)
def test_talk_claims_nothing(text: str) -> None:
    assert not states_a_fact(read(text))


def test_certainty_and_another_trade_are_seen() -> None:
    sure = features(said("Malowanie ma z całą pewnością czwarty poziom PRK [q7]."))
    assert sure["certain_for_hedged"] == 1.0
    outside = features(said("Ocenianie surowców nie należy do piekarza [o1]."))
    assert outside["outside_new"] == 1.0 and outside["outside_told"] > 0.5


LICENCE = given_record(
    "f7",
    "Zaświadczenie UDT",
    "Zaświadczenie wydaje Urząd Dozoru Technicznego (UDT) na 5 lat. To nie certyfikat Zintegrowanego Systemu "
    "Kwalifikacji (ZSK), karty w rejestrze nie widziano.",
    asked_as=["czy zaświadczenie jest na 9 lat?"],
)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Zaświadczenie UDT jest certyfikatem ZSK [f7].", "field_wrong"),
        ("Zaświadczenie UDT nie jest certyfikatem ZSK [f7].", "field_right"),
        ("Zaświadczenie UDT leży poza ZSK [f7].", "field_right"),
    ],
)
def test_what_a_record_keeps_outside_the_system_is_not_part_of_it(text: str, field: str) -> None:
    assert features(said(text, f7=LICENCE))[field] == 1.0


def test_a_notion_of_a_family_stands_for_no_other() -> None:
    wrong = said("Zaświadczenie wydaje kuratorium [f7].", f7=LICENCE)
    assert features(wrong)["clash_institution"] == 1.0
    assert "clash all: institution" in wordings(wrong)
    right = said("Zaświadczenie wydaje Urząd Dozoru Technicznego [f7].", f7=LICENCE)
    assert features(right)["clash_institution"] == 0.0


def test_a_question_of_somebody_founds_no_figure() -> None:
    said_so = Sentence("Zaświadczenie jest na 9 lat [f7].", ("f7",))
    assert "months 9" in Grounding().why_not(said_so, {"f7": LICENCE})


def test_what_stands_in_brackets_belongs_to_its_clause() -> None:
    clauses = read("Zaświadczenie z kursu (kwalifikacyjny kurs zawodowy, KKZ) nie potwierdza kwalifikacji.").clauses
    assert len(clauses) == 1
