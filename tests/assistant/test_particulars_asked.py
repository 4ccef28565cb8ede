"""A particular asked of the record spoken of is answered by the record or its rule, not by the whole card."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus

NOTHING, PARTLY = AnswerStatus.NO_INFORMATION, AnswerStatus.ANSWERED_PARTIALLY
RENEWED = "Wspomaganie obsługi procesów księgowych"
MARKET = "Montowanie stolarki budowlanej"


@pytest.mark.parametrize("again", ["Czy mogę to zrobić na kursie, mam 45 lat?", "na kursie też?", "a kursem się da?"])
async def test_a_course_is_asked_of_the_occupation_spoken_of(chat: Chat, again: str) -> None:
    await chat.user("Kucharz – jaka kwalifikacja?")
    said = await chat.user(again)
    said.expect("Zawodu „kucharz” można się uczyć", "pełnoletnie").expect_cites("kzis:512001", "fact:R031")


async def test_a_course_is_asked_of_an_occupation_that_has_none(chat: Chat) -> None:
    await chat.user("technik farmaceutyczny, gdzie tego uczą")
    (await chat.user("Na kursie też?")).expect("nie prowadzi się kwalifikacyjnych kursów").expect_not("technik geodeta")


@pytest.mark.parametrize("again", ["Kiedy najpóźniej złożyć?", "a do kiedy wniosek?"])
async def test_the_deadline_of_a_renewal_stands_in_the_record(chat: Chat, again: str) -> None:
    await chat.user(f"Na ile jest ważny certyfikat {RENEWED}?")
    (await chat.user(again)).expect("najpóźniej 3 mies.").expect_cites("zrk:MP-2020-294")


@pytest.mark.parametrize("again", ["I co potem, jak minie?", "A co potem, od nowa egzamin?", "а що потім?"])
async def test_what_comes_after_the_term_is_the_renewal(chat: Chat, again: str) -> None:
    await chat.user("na ile lat jest certyfikat z druku 3D?")
    said = await chat.user(again)
    said.expect_status(AnswerStatus.ANSWERED).expect_cites("zrk:MP-2018-1220")


@pytest.mark.parametrize("again", ["bez matury?", "trzeba mieć maturę?", "a matura jest wymagana?"])
async def test_whether_the_matura_is_needed(chat: Chat, again: str) -> None:
    await chat.user("technik informatyk")
    said = await chat.user(again)
    said.expect("Matury wśród tych warunków nie ma").expect_not("Kod zawodu", "INF.02 Administracja")


async def test_the_form_of_schooling_where_the_record_restricts_it(chat: Chat) -> None:
    await chat.user("terapeuta zajęciowy")
    (await chat.user("a zaocznie albo w weekendy?")).expect("dziennej lub stacjonarnej")


async def test_the_form_of_schooling_where_it_is_not_held(chat: Chat) -> None:
    await chat.user("fryzjer")
    said = await chat.user("można zaocznie?")
    said.expect_status(PARTLY).expect("nie podają, czy zawodu „fryzjer” można się uczyć zaocznie").expect_not(
        "strzyżeniu"
    )


async def test_a_course_is_free_where_schools_teach_it_and_nothing_is_said_of_it_elsewhere(chat: Chat) -> None:
    await chat.user("fryzjer")
    (await chat.user("za darmo?")).expect("KKZ) jest bezpłatny")
    await chat.user(MARKET)
    (await chat.user("za darmo?")).expect_status(NOTHING).expect_not("KKZ")


async def test_a_clean_record_is_told_where_it_is_a_condition(chat: Chat) -> None:
    await chat.user("Prowadzenie zajęć z grupowych form fitnessu")
    (await chat.user("czy trzeba być niekaranym?")).expect("18 lat, wykształcenie średnie, niekaralność")
    await chat.user("fryzjer")
    (await chat.user("niekaralność?")).expect_status(NOTHING).expect("nie mówią nic o niekaralności")


async def test_a_certificate_needs_no_school(chat: Chat) -> None:
    await chat.user(MARKET)
    (await chat.user("bez szkoły?")).expect("Kurs nie jest potrzebny").expect_not("eksternistyczny")


async def test_whether_girls_may_is_asked_of_the_occupation_spoken_of(chat: Chat) -> None:
    await chat.user("mechanik pojazdów samochodowych")
    (await chat.user("dla dziewczyny też pasuje?")).expect("Płeć nie ma tu znaczenia", "mechaniczka").expect_not(
        "MOT.05"
    )


async def test_a_thing_named_beside_is_not_the_one_spoken_of(chat: Chat) -> None:
    await chat.user("fryzjer")
    (await chat.user("a kucharz za darmo?")).expect_not("Płeć", "fryzjer")


@pytest.mark.parametrize("again", ["i to jest poziom 4 tak jak każdy technik, no nie?", "to poziom 4, tak?"])
async def test_a_level_supposed_is_met_with_the_level(chat: Chat, again: str) -> None:
    await chat.user("technik programista")
    (await chat.user(again)).expect("ma poziom 5 PRK")


@pytest.mark.parametrize("again", ["średniego nie mam, to co z dyplomem?", "moja siostra ma samo gimnazjum, da radę?"])
async def test_schooling_told_asks_what_schooling_is_needed(chat: Chat, again: str) -> None:
    await chat.user("technik informatyk")
    (await chat.user(again)).expect("mieć wykształcenie średnie").expect_cites("fact:C-technik-wymagania")


async def test_a_part_that_was_passed_has_its_own_term(chat: Chat) -> None:
    await chat.user(f"Na ile jest ważny certyfikat {RENEWED}?")
    (await chat.user("a jak zaliczę tylko kawałek?")).expect("12 miesięcy")


async def test_hours_that_only_the_description_gives_are_told(chat: Chat) -> None:
    await chat.user("opowiedz o prowadzeniu obsługi biura")
    (await chat.user("ile to nauki")).expect("45 godzin")


async def test_who_awards_a_craft_is_told_from_its_own_record_too(chat: Chat) -> None:
    await chat.user("Czy dyplom mistrzowski krawca trzeba odnawiać?")
    (await chat.user("kto go wydaje?")).expect("izba rzemieślnicza").expect_cites("zrk:MP-2018-1278")


async def test_days_off_are_working_hours_and_work_for_nothing_is_no_free_course(chat: Chat) -> None:
    await chat.user("kelner")
    (await chat.user("weekendy wolne?")).expect("nie podają godzin pracy")
    (await chat.user("czy to się opłaca za darmo pracować?")).expect_not("KKZ) jest bezpłatny")


async def test_what_comes_after_the_terms_of_two_is_told_of_each(chat: Chat) -> None:
    await chat.user("Ile jest ważny certyfikat z kiteboardingu")
    (await chat.user("a potem?")).expect("min. 30 osób", "raporty z min. 5")


async def test_a_rule_on_something_else_does_not_hide_the_occupation(chat: Chat) -> None:
    await chat.user("technik farmaceutyczny, gdzie tego uczą")
    await chat.user("czy po egzaminie jest obowiązkowa praktyka?")
    (await chat.user("a na kursie?")).expect("nie prowadzi się kwalifikacyjnych kursów")


@pytest.mark.parametrize("again", ["która instytucja egzaminuje?", "which institution issues it?"])
async def test_which_institution_awards_is_asked_of_the_record(chat: Chat, again: str) -> None:
    await chat.user("Projektowanie grafiki komputerowej")
    (await chat.user(again)).expect("Syntea")


async def test_whether_one_must_take_a_course_is_no_question_for_a_course_to_the_occupation(chat: Chat) -> None:
    await chat.user("kucharz")
    (await chat.user("Czy muszę iść na kurs?")).expect_not("Zawodu „kucharz” można się uczyć")
    (await chat.user("czy na kurs trzeba mieć badania od lekarza?")).expect_not("Zawodu „kucharz” można się uczyć")


@pytest.mark.parametrize(
    ("before", "again", "part"),
    [
        ("fryzjer", "який код кваліфікації", "FRK.01"),
        ("technik mechanik", "symbol cyfrowy tego zawodu", "311504"),
        ("technik mechatronik", "what are its qualification codes?", "ELM.03"),
    ],
)
async def test_a_bare_code_is_that_of_the_record_spoken_of(chat: Chat, before: str, again: str, part: str) -> None:
    await chat.user(before)
    (await chat.user(again)).expect(part).expect_not("351203")


@pytest.mark.parametrize("again", ["trzeba studia?", "do I need a degree?", "потрібна вища освіта?"])
async def test_whether_studies_are_needed(chat: Chat, again: str) -> None:
    await chat.user("opiekun medyczny")
    said = await chat.user(again)
    said.expect_status(AnswerStatus.ANSWERED).expect("szkoła policealna").expect_not("POL-on")


async def test_studies_are_not_known_of_what_no_school_teaches_any_more(chat: Chat) -> None:
    await chat.user("ratownik medyczny")
    (await chat.user("trzeba studia?")).expect_status(NOTHING).expect("„ratownik medyczny” trzeba skończyć studia")


async def test_whether_it_is_in_the_register(chat: Chat) -> None:
    await chat.user(MARKET)
    (await chat.user("jest w rejestrze?")).expect_status(AnswerStatus.ANSWERED).expect("kartę numer 12464")
    await chat.user("cukiernik")
    (await chat.user("a on jest wpisany do rejestru?")).expect_status(PARTLY).expect("a nie zawody", "SPC.01")


@pytest.mark.parametrize("again", ["trzeba mieć prawo jazdy?", "do you need a driving licence?"])
async def test_a_driving_licence_is_not_held(chat: Chat, again: str) -> None:
    await chat.user("technik mechatronik")
    (await chat.user(again)).expect_status(NOTHING).expect("technik mechatronik")


async def test_a_course_is_asked_of_the_occupation_whose_qualifications_were_listed(chat: Chat) -> None:
    await chat.user("a jakie egzaminy zdaje technik weterynarii?")
    await chat.user("który to poziom PRK")
    said = await chat.user("moja siostra ma 25 lat i samo gimnazjum, da radę na kurs?")
    said.expect("średni").expect_cites("kzis:324002")
