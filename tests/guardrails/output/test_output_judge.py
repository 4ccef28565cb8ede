"""The optional judge behind the rails: what its reply is read as, and what it can and cannot do to a sentence."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from output_desk import DESK

from guardrails.frame import Action, Sentence
from guardrails.output.judge import MOST_SENTENCES, JudgeRail, Opinion, opinions_in

TWO = (Sentence("okno [q1]", ("q1",)), Sentence("drzwi [q1]", ("q1",)))


class Saying:
    """A judge that has one reply ready."""

    def __init__(self, reply: str) -> None:
        self.reply = reply
        self.asked: Sequence[Sentence] = ()
        self.evidence: Mapping[str, object] = {}

    async def __call__(self, sentences: Sequence[Sentence], evidence: Mapping[str, object]) -> Mapping[int, Opinion]:
        self.asked, self.evidence = sentences, evidence
        return opinions_in(self.reply)


async def test_a_judge_stops_a_sentence_and_gives_the_reason() -> None:
    judge = Saying("1. tak\n2. nie: rekord nie mówi o drzwiach")
    passed, stopped = await JudgeRail(judge)(TWO, DESK)  # type: ignore[arg-type]
    assert passed.action is Action.PASSED
    assert (stopped.action, stopped.detail) == (Action.DROPPED, "judge: rekord nie mówi o drzwiach")
    assert set(judge.evidence) == {"q1"}


async def test_a_sentence_without_an_opinion_stays() -> None:
    verdicts = await JudgeRail(Saying("Świetna odpowiedź, gratuluję!"))(TWO, DESK)  # type: ignore[arg-type]
    assert [(one.action, one.detail) for one in verdicts] == [(Action.PASSED, "no opinion")] * 2


async def test_a_judge_that_does_not_answer_changes_nothing() -> None:
    async def broken(sentences: Sequence[Sentence], evidence: object) -> Mapping[int, Opinion]:
        raise OSError

    verdicts = await JudgeRail(broken)(TWO, DESK)
    assert [(one.action, one.detail) for one in verdicts] == [(Action.PASSED, "judge did not answer")] * 2


async def test_a_long_draft_is_judged_in_part_and_stays_whole() -> None:
    judge = Saying("1. no: one")
    verdicts = await JudgeRail(judge)(TWO * MOST_SENTENCES, DESK)  # type: ignore[arg-type]
    assert len(judge.asked) == MOST_SENTENCES
    assert [one.action for one in verdicts].count(Action.PASSED) == 2 * MOST_SENTENCES - 1


@pytest.mark.parametrize(
    ("reply", "opinion"),
    [
        ("1. tak", Opinion(shown=True)),
        ("**1.** **Yes**", None),
        ("1) YES.", Opinion(shown=True)),
        ("1: так", Opinion(shown=True)),
        ("  1. **no** - a price nobody gave", Opinion(shown=False, reason="a price nobody gave")),
        ("1. nie", Opinion(shown=False, reason="no reason given")),
        ("1. nieprawda jest zawsze w cenie", None),
        ("1. no: made up\n1. yes", Opinion(shown=False, reason="made up")),
        ("zdanie 1 jest dobre", None),
    ],
)
def test_a_line_is_read_as_it_is_meant(reply: str, opinion: Opinion | None) -> None:
    assert opinions_in(reply).get(1) == opinion


@given(st.text(max_size=300))
def test_any_reply_can_be_read(reply: str) -> None:
    assert all(opinion.shown or opinion.reason for opinion in opinions_in(reply).values())
