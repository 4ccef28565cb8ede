"""Rules on schools, exams and papers, asked as users ask: with their age in front, after a record, for a yes or no."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.learnt.rules import asks_of_rules
from register.vocabulary import AnswerStatus

NOTHING, PARTLY = AnswerStatus.NO_INFORMATION, AnswerStatus.ANSWERED_PARTIALLY


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("mam 13 lat i chciałbym się dowiedzieć, co to jest technikum", "C-technikum"),
        ("co to liceum", "C-liceum"),
        ("мені 14, поясніть, що таке ліцей", "C-liceum"),
        ("hello, I'm 12. what is a technikum?", "C-technikum"),
        ("czy po technikum da się iść na studia", "C-technikum-a-studia"),
        ("czy technik musi mieć zdaną maturę, żeby dostać dyplom?", "C-technik-wymagania"),
        ("płacą za praktyki w szkole branżowej?", "R060"),
        ("ile procent trzeba, żeby zaliczyć egzamin zawodowy", "C-egzamin-zawodowy"),
        ("a co jak źle wybiorę szkołę?", "C-zly-wybor"),
        ("jest jakieś dofinansowanie na kurs?", "C-pieniadze-na-walidacje"),
    ],
)
async def test_the_rule_on_schools_is_the_one_asked_for(chat: Chat, question: str, rule: str) -> None:
    (await chat.user(question)).expect_cites(f"fact:{rule}")


@pytest.mark.parametrize("question", ["co to liceum", "a liceum?", "moge zmienic szkole"])
def test_a_rule_that_comes_near_makes_a_question_one_about_rules(question: str) -> None:
    assert asks_of_rules(question) > 0.5
    assert asks_of_rules("jak zostać kucharzem") < 0.5


async def test_schools_are_told_of_one_after_the_other(chat: Chat) -> None:
    await chat.user("mam 13 lat i chcę wiedzieć, co to technikum")
    (await chat.user("a liceum?")).expect_cites("fact:C-liceum")


async def test_after_a_qualification_the_pass_mark_is_that_of_its_exam(chat: Chat) -> None:
    await chat.user("co to INF.03?")
    said = await chat.user("od ilu procent zdane?")
    said.expect("50%", "75%").expect_not("matur")


async def test_the_diploma_of_a_technician_needs_no_matura(chat: Chat) -> None:
    (await chat.user("a bez matury dostanę dyplom technika?")).expect("Matury wśród tych warunków nie ma")


async def test_the_share_of_pay_is_told_with_what_is_not_known_of_it(chat: Chat) -> None:
    (await chat.user("ile procent dostaje młodociany w drugiej klasie?")).expect("9%", "nie zapisuje, od jakiej kwoty")


async def test_a_law_for_the_union_is_no_answer_to_who_comes_from_elsewhere(chat: Chat) -> None:
    said = await chat.user("jestem z Ukrainy, mam dyplom pielęgniarki, jak mogę pracować w Polsce?")
    said.expect("NAWA").expect_not("państwie Unii Europejskiej")


async def test_papers_named_in_the_question_are_not_asked_for_again(chat: Chat) -> None:
    said = await chat.user("мій диплом бакалавра економіки з Києва, чи його визнають?")
    said.expect("NAWA", "не право на професію").expect_not("Який це документ", "kuratorium")


async def test_what_a_body_pays_is_no_price_for_a_person(chat: Chat) -> None:
    await chat.user("mam dyplom magistra z Kijowa, gdzie go uznać?")
    (await chat.user("ile to kosztuje?")).expect_not("10 000", "2 000")


async def test_a_school_certificate_from_abroad_leads_to_a_technikum(chat: Chat) -> None:
    (await chat.user("чи можна з українським свідоцтвом піти в технікум?")).expect("kuratorium")
