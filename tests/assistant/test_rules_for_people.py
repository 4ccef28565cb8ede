"""Rules for people with a disability: quoted where they are asked for, no part of a wish where it is only told."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("jakie zawody są dla niewidomych", "fact:R058"),
        ("uczeń słabowidzący - do jakiej szkoły może iść i w jakich zawodach się uczyć?", "fact:R058"),
        ("What occupations can a blind student learn?", "fact:R058"),
        ("мій учень незрячий, яким професіям він може навчатися?", "fact:R058"),
        ("Mam ucznia z lekką niepełnosprawnością intelektualną. W jakich zawodach może się kształcić?", "fact:R057"),
        ("szkoła branżowa dla ucznia z niepełnosprawnością intelektualną - zawody", "fact:R057"),
        ("jestem głuchy ile czasu mam na egzaminie zawodowym", "fact:R006"),
        ("do deaf students get extra time in the vocational exam?", "fact:R006"),
    ],
)  # fmt: skip
async def test_the_rule_for_a_need_that_is_asked_about_is_quoted(chat: Chat, question: str, rule: str) -> None:
    (await chat.user(question)).expect_status(AnswerStatus.ANSWERED).expect_cites(rule)


async def test_where_no_rule_speaks_of_the_need_that_is_said_before_what_there_is(chat: Chat) -> None:
    said = await chat.user("mam dysleksję, czy mam dostosowania na egzaminie?")
    said.expect_status(AnswerStatus.ANSWERED_PARTIALLY).expect("nie mam w źródłach zasady").expect_cites("fact:R006")


async def test_the_same_is_asked_of_others_in_short(chat: Chat) -> None:
    await chat.user("jakie zawody są dla niewidomych?")
    (await chat.user("a dla głuchych?")).expect("nie mam w źródłach zasady")


@pytest.mark.parametrize(
    "wish", ["uczeń niewidomy lubi muzykę, co zaproponować?", "uczeń lubi muzykę, co zaproponować?"]
)
async def test_told_beside_a_wish_it_changes_nothing(chat: Chat, wish: str) -> None:
    said = await chat.user(wish)
    assert said.answer.recommendations[0].record_id == "zrk:343602"


async def test_who_works_for_such_people_is_another_question(chat: Chat) -> None:
    said = await chat.user("chcę pracować z osobami niepełnosprawnymi, jaki zawód?")
    said.expect_status(AnswerStatus.ANSWERED).expect_cites("kzis:341201").expect(
        "Zawody i kwalifikacje, w których jest to"
    )


async def test_words_torn_from_a_message_are_not_quoted_as_said(chat: Chat) -> None:
    said = await chat.user("coś w hotelu albo turystyce")
    said.expect("hotele", "turystyka").expect_not("hotelu turystyce").expect_cites("kzis:422402", "kzis:422104")
    (await chat.user("zawody związane z gotowaniem")).expect("co lubisz: gotowanie")
