"""Whole dialogues of advice, as five people would have them, with the embedded model over the embedded records."""

from collections.abc import Callable

import pytest
from conversation_script import Chat, Said

from assistant.models.embedded.person.told import constraints_in, field_of, preference_in
from register.vocabulary import AnswerStatus, Audience, Language

ANSWERED, ASKED = AnswerStatus.ANSWERED, AnswerStatus.CLARIFICATION_ASKED


def reasons(said: Said) -> None:
    """Every recommendation says why, and its factors add up to its score."""
    assert said.answer.recommendations
    for one in said.answer.recommendations:
        assert one.because
        known = [factor for factor in one.because if factor.value is not None]
        assert sum(factor.weight * (factor.value or 0.0) for factor in known) == pytest.approx(one.score, abs=1e-9)


async def test_a_fourteen_year_old_who_does_not_know_what_to_choose(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.YOUTH)
    (await chat.user("mam 14 lat i nie wiem co wybrać")).expect_status(ASKED).expect("15", "3 minuty")
    (await chat.user("tak")).expect("pytanie 1 z około")
    for _ in range(18):
        said = await chat.user("5")
        if said.answer.status is ANSWERED:
            break
    chosen = await chat.user("Jaką szkołę wybrać po podstawówce, jeśli lubię komputery?")
    chosen.expect_tools("school_choice").expect("technik informatyk", "technikum", "2020")
    reasons(chosen)
    way = await chat.user("Jaka jest droga do technika informatyka po podstawówce?")
    way.expect_tools("career_pathway").expect("Krok 1: Technikum w zawodzie technik informatyk, 5 lat")
    way.expect_not("Kwalifikacyjny kurs zawodowy")
    plan = await chat.user("zrób plan")
    plan.expect_tools("make_plan").expect("doradcą zawodowym", "Decyzja należy do Ciebie", "pobrać")


async def test_a_hairdresser_with_back_pain_who_wants_another_trade_without_school(chat: Chat) -> None:
    first = await chat.user("Jestem fryzjerką od 10 lat, bolą mnie plecy i chcę zmienić zawód, ale nie wiem na jaki")
    first.expect_status(ASKED)
    assert first.answer.text.count("?") == 1, "one thing at a time"
    (await chat.user("z komputerem")).expect("INF.03")
    proposed = await chat.user("poleć mi kwalifikacje")
    proposed.expect_tools("recommend_qualifications").expect("INF.03", "na 100")
    reasons(proposed)
    (await chat.user("dlaczego to?")).expect_tools("explain_recommendation").expect("Miejsce 1 z")
    (await chat.user("ważniejsze zarobki niż zainteresowania")).expect("Zmieniona waga, zarobki")
    way = await chat.user("Jak zostać technikiem informatykiem bez szkoły? Mam maturę i 35 lat")
    way.expect_tools("career_pathway").expect("KKZ", "wykształcenie średnie (spełniasz)", "OKE")
    way.expect_not("Technikum w zawodzie", "Szkoła policealna w zawodzie")
    plan = await chat.user("przygotuj plan")
    plan.expect("Krok 1", "INF.03", "nie wiadomo", "Bilans kompetencji")
    assert plan.answer.citations


async def test_a_truck_driver_from_ukraine_asks_whether_papers_count(chat: Chat) -> None:
    first = await chat.user("Я водій вантажівки з України. Чи рахуються мої документи в Польщі?")
    first.expect_language(Language.UK).expect("kuratorium", "NAWA").expect_cites("fact:R117")
    assert first.answer.text.rstrip().endswith("?"), "it asks which papers they are"
    which = await chat.user("права водія та свідоцтво професійної школи")
    which.expect("kuratorium", "водійські права").expect_cites("fact:R117").expect_not("NAWA")
    way = await chat.user("Покажи шлях до кваліфікації TDR.02, я дорослий, маю 8 років досвіду роботи")
    way.expect_tools("career_pathway").expect("Екстернатний", "водійські права категорії C").expect_cites("fact:R033")
    way.expect("Крок 1: Визнання закордонного шкільного свідоцтва")
    (await chat.user("зроби план")).expect_language(Language.UK).expect("Крок 1", "консультантом")


async def test_a_counsellor_compares_three_qualifications_for_a_client(chat_as: Callable[..., Chat]) -> None:
    chat = chat_as(Audience.COUNSELLOR)
    side_by_side = await chat.user("Porównaj INF.02, INF.03 i INF.04")
    side_by_side.expect_tools("compare_qualifications").expect("Wspólne z", "Tylko tutaj", "Poziom PRK")
    side_by_side.expect_cites("zrk:INF.02", "zrk:INF.03", "zrk:INF.04")
    noted = await chat.user("zapisz w profilu że umiem tworzyć strony internetowe")
    noted.expect("Twoimi słowami", "1) Projektowanie stron internetowych").expect_not("zgody")
    (await chat.user("1")).expect("Potwierdzone", "Bez zgody znikną")
    (await chat.user("tak, zapamiętaj")).expect_tools("keep_profile").expect("zostaną zachowane")
    gap = await chat.user("czego mi brakuje do INF.03")
    gap.expect_tools("find_gap").expect("brakuje", "Częściowo", "na podstawie słów").expect_cites("zrk:INF.03")
    (await chat.user("pokaż mój profil")).expect("tworzyć strony internetowe")
    (await chat.user("usuń mój profil")).expect("usunięty")
    (await chat.user("pokaż mój profil")).expect("pusty")


async def test_a_parent_chooses_a_school_for_a_child(chat: Chat) -> None:
    found = await chat.user("Pomóż wybrać szkołę dla syna, który lubi komputery")
    found.expect_tools("school_choice").expect("technik informatyk", "lata nauki: 5", "stan na 2020-04")
    reasons(found)
    second = found.answer.recommendations[1].title
    (await chat.user("a co z tą drugą?")).expect(second)
    way = await chat.user("Jaka jest droga do technika teleinformatyka po podstawówce?")
    way.expect("Technikum w zawodzie technik teleinformatyk, 5 lat")
    (await chat.user("zrób plan")).expect("technik teleinformatyk", "Krok 1")


async def test_a_way_to_what_is_not_there_is_not_invented(chat: Chat) -> None:
    said = await chat.user("Jaka jest droga krok po kroku do zawodu smokolog stosowany?")
    said.expect_status(AnswerStatus.NO_INFORMATION, ASKED).expect_not("Krok 1")


async def test_a_liking_without_a_goal_is_told_what_suits_it(chat: Chat) -> None:
    said = await chat.user("córka chce robić biżuterię i z tego żyć, jaka jest droga do takiego zawodu")
    said.expect("złotnik-jubiler").expect_not("nie ma")


@pytest.mark.parametrize(
    "question",
    ["poleć mi coś, lubię grzebać w komputerach", "lubię grzebać w komputerach, co mógłbym zrobić żeby mieć papier"],
)
async def test_a_liking_is_more_than_its_verb(chat: Chat, question: str) -> None:
    (await chat.user(question)).expect("technik informatyk").expect_not("kosmetycznych")


async def test_a_rule_answers_a_way_that_leads_to_no_record(chat: Chat) -> None:
    said = await chat.user("czy po branzowce droga na studia jest zamknieta?")
    said.expect_cites("fact:C-branzowa-a-studia")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("jestem po branżówce i pracuję 5 lat", {"schooling": "basic_vocational", "years_in_occupation": 5}),
        ("bez szkoły, mam maturę i 30 lat", {"schooling": "secondary", "adult": True, "without_school": True}),
        ("mam 14 lat", {"adult": False}),
        ("od 14 lat pracuję jako kucharz", {"years_in_occupation": 14}),
        ("jak skończyć technikum w 2 lata", {}),
        ("jak skończyć technikum", {}),
        ("маю диплом з України, мені 35 років", {"adult": True, "foreign": "degree"}),
        ("finished high school, without a course", {"schooling": "secondary", "without_course": True}),
    ],
)
def test_only_what_is_told_is_taken_as_told(question: str, told: dict[str, object]) -> None:
    assert constraints_in(question) == told


def test_a_preference_has_two_sides() -> None:
    assert preference_in("ważniejsze zarobki niż zainteresowania") == ("pay", "interests")
    assert preference_in("zarobki są ważne") is None
    assert preference_in("ważniejsze zarobki niż zarobki") is None


def test_a_sentence_about_oneself_goes_where_its_verb_says() -> None:
    assert field_of("umiem spawać") == "skills"
    assert field_of("pracowałam w sklepie") == "experience"
    assert field_of("chcę mieć własny salon") == "goals"


@pytest.mark.parametrize("message", ["co po 8 klasie jeśli lubię filozofię", "jaka szkoła po 8 klasie dla policjanta"])
async def test_a_pupil_whose_wish_no_school_meets_is_told_so(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect("nie mówi o tym").expect_not("technik analityk", "geodeta")


async def test_a_pupil_is_told_that_a_post_secondary_school_comes_later(chat: Chat) -> None:
    said = await chat.user("po podstawówce chcę iść na opiekunkę dziecięcą")
    said.expect("opiekunka dziecięca", "Żadnego z nich nie da się zacząć od razu po 8 klasie")


async def test_an_age_told_before_keeps_courses_for_adults_out_of_the_list(chat: Chat) -> None:
    await chat.user("cześć, mam 15 lat")
    said = await chat.user("poleć mi coś z komputerami")
    said.expect("technik informatyk").expect_not("INF.07 Montaż", "osoby pełnoletnie")
