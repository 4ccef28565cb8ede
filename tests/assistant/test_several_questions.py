"""Several questions in one message: each is answered by its own rule or record, or named as not answered."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.asked.parts import questions_in
from register.vocabulary import AnswerStatus, Audience


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("Jaki poziom PRK ma technik logistyk, kto go egzaminuje i ile kosztuje egzamin?", 3),
        ("co to jest KFS i kto może z niego skorzystać? A BUR?", 3),
        ("fryzjer: poziom, kwalifikacje, prognoza?", 3),
        ("What is KKZ and who pays for it?", 2),
        ("Що таке KKZ, скільки триває?", 2),
        ("Kwalifikacja dla osoby, która wraca do pracy?", 0),
        ("nie wiem, co wybrać", 0),
        ("Who recognises a foreign high-school certificate?", 0),
        ("Lubię gotować. Co polecasz?", 0),
    ],
)
def test_questions_are_told_apart(message: str, number: int) -> None:
    assert len(questions_in(message)) == number


@pytest.mark.parametrize(
    ("message", "sources"),
    [
        (
            "pytanie: ile godzin ma kurs umiejętności zawodowych, a ile kkz. i czy kkz moze byc zdalnie. ile osob min",
            ("fact:R038", "fact:R040", "fact:R039"),
        ),
        ("kto płaci za egzamin zawodowy po kkz, ile?", ("fact:R020", "fact:R021")),
        ("co to jest KFS i kto może z niego skorzystać? A BUR?", ("fact:R129", "fact:R128")),
        (
            "czy technik mechatronik jest w prognozie na 2026 i jakie ma kwalifikacje, oraz jaki poziom prk?",
            ("labour:men-2026-311410", "zrk:ELM.03", "zrk:ELM.06", "zrk:311410"),
        ),
        (
            "technik elektromobilności - poziom, kwalifikacje, prognoza?",
            ("zrk:MOT.07", "labour:men-2026-technik-elektromobilnosci"),
        ),
        ("Ile jest OKE i która obsługuje Katowice?", ("fact:R023", "inst:oke-jaworzno")),
        (
            "ile trwa pisemny i praktyczny egzamin zawodowy, jakie progi i ile pytań?",
            ("fact:R005", "fact:C-egzamin-zawodowy", "fact:R003"),
        ),
    ],
)  # fmt: skip
async def test_each_question_is_answered(chat: Chat, message: str, sources: tuple[str, ...]) -> None:
    chat.audience = Audience.COUNSELLOR
    (await chat.user(message)).expect_cites(*sources)


async def test_what_is_told_before_questions_is_what_they_are_about(chat: Chat) -> None:
    said = await chat.user(
        "moja uczennica oblała część praktyczną INF.02 w czerwcu. Czy musi powtarzać obie części? do kiedy deklaracja?"
    )
    said.expect_cites("fact:C-niezdany-egzamin", "fact:R009").expect_not("to kod kwalifikacji")


async def test_a_number_told_is_kept(chat: Chat) -> None:
    said = await chat.user("Poziom 4 PRK - co to znaczy i jakie szkoły go dają?")
    said.expect("Poziom 4").expect_not("Poziom 1")


async def test_questions_that_follow_a_rule_are_about_it(chat: Chat) -> None:
    await chat.user("kto może do egzaminu eksternistycznego?")
    said = await chat.user("ile to kosztuje i do kiedy wniosek")
    said.expect_cites("fact:R029", "fact:R026").expect_not("10 000")


async def test_one_that_nothing_answers_is_named(chat: Chat) -> None:
    said = await chat.user("Ile kosztuje walidacja i ile trwa?")
    said.expect("odpowiedzi: „ile trwa”").expect_status(AnswerStatus.ANSWERED_PARTIALLY)
