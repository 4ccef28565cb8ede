"""Where what a message was read as has no answer, the rule that its words ask for is told instead."""

import pytest
from conversation_script import Chat

from register.vocabulary import AnswerStatus


@pytest.mark.parametrize(
    ("before", "question", "rule", "part"),
    [
        ("Mieszkam pod Rzeszowem, która OKE jest moja?", "ile ich jest w kraju", "fact:R023", "8 okręgowych komisji"),
        ("Which exam board covers Silesia?", "how many of those are there in Poland", "fact:R023", "8 regional"),
    ],
)
async def test_a_rule_is_told_where_the_record_spoken_of_says_nothing(
    chat: Chat, before: str, question: str, rule: str, part: str
) -> None:
    await chat.user(before)
    said = await chat.user(question)
    said.expect(part)
    said.expect_cites(rule)


@pytest.mark.parametrize("question", ["a co z kotem sąsiada", "co to INF.77"])
async def test_no_rule_is_told_of_what_none_speaks_of(chat: Chat, question: str) -> None:
    await chat.user("co robi fryzjer?")
    said = await chat.user(question)
    said.expect_status(AnswerStatus.NO_INFORMATION, AnswerStatus.CLARIFICATION_ASKED)
