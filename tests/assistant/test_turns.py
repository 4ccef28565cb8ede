"""What a message refers to, read in the light of the answer before it."""

from pathlib import Path

import numpy as np
import pytest
from conversation_script import Chat
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.embedded.dialogue.tie import tie_of
from assistant.models.embedded.learnt.linear import load
from assistant.models.embedded.learnt.turns import Before, refers, wants_after
from assistant.training import TrainingError
from assistant.training.examples import read_examples, read_rule_questions, read_turns
from assistant.training.turns import train_turns
from register.vocabulary import AnswerStatus

RULE = Before("rule", "system")
RECORD = Before("occupation", "about")
LIST = Before("list", "find", listed=True)


@pytest.mark.parametrize(
    ("said", "before", "meant"),
    [
        ("Ile zawodów jest w klasyfikacji szkolnictwa branżowego?", RULE, "own"),
        ("opłata jakaś?", RULE, "it"),
        ("ile to trwa", RECORD, "it"),
        ("a druga?", LIST, "second"),
        ("a kelner?", RECORD, "swap"),
        ("dzięki, to wszystko", RULE, "talk"),
    ],
)
def test_what_a_message_refers_to_is_read_from_its_words_and_the_last_answer(
    said: str, before: Before, meant: str
) -> None:
    assert refers(said, before)[0][0] == meant


def test_the_same_words_want_something_else_after_another_answer() -> None:
    said = "a w Radomiu?"
    after_schools = wants_after(said, Before("institutions", "schools"))[0][0]
    after_work = wants_after(said, Before("figures", "jobs"))[0][0]
    assert (after_schools, after_work) == ("schools", "jobs")


def test_a_first_message_is_tied_to_nothing() -> None:
    tie = tie_of("a druga?", Before())
    assert not (tie.own or tie.of_all or tie.swaps)


@given(st.text(max_size=200), st.sampled_from([RULE, RECORD, LIST, Before(), Before("never seen", "neither")]))
def test_any_message_is_read(text: str, before: Before) -> None:
    for chances in (refers(text, before), wants_after(text, before)):
        assert sum(chance for _, chance in chances) == pytest.approx(1, abs=1e-4)


async def test_a_question_of_its_own_is_not_tied_to_the_rule_before_it(chat: Chat) -> None:
    await chat.user("co to jest Kompas szkolnictwa branżowego?")
    (await chat.user("Ile zawodów ma klasyfikacja szkolnictwa branżowego?")).expect_cites("fact:R052").expect("215")


async def test_a_rule_is_told_after_a_record_though_it_is_asked_about_it(chat: Chat) -> None:
    await chat.user("co robi opiekun medyczny?")
    said = await chat.user("czy na kurs zawodowy trzeba mieć badania od lekarza?")
    said.expect_cites("fact:R041").expect_status(AnswerStatus.ANSWERED)


async def test_a_follow_up_to_a_rule_is_answered_by_the_rule_that_it_asks_for(chat: Chat) -> None:
    await chat.user("co to jest egzamin eksternistyczny zawodowy?")
    (await chat.user("opłata?")).expect_cites("fact:R029")


def test_conversations_of_several_writers_are_learnt_from_in_three_languages() -> None:
    turns = read_turns()
    assert len({turn.hand for turn in turns}) > 2
    assert {turn.language for turn in turns} == {"pl", "en", "uk"}
    assert turns[0].before == Before()
    assert turns[1].before.kind


def test_thanks_make_one_forget_nothing(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    talk = (
        '{"id": "made-up", "lang": "pl", "turns": ['
        '{"text": "gdzie uczą florystyki", "want": "schools", "refers": "own", "answer": "list", "listed": 3},'
        '{"text": "dzięki", "want": "thanks", "refers": "talk", "answer": "talk", "listed": 0},'
        '{"text": "a ta druga?", "want": "about", "refers": "second", "answer": "rule", "listed": 0}]}'
    )
    (tmp_path / "talks" / "made_up.jsonl").write_text(talk, "utf-8")
    assert [turn.before for turn in read_turns(tmp_path)] == [
        Before(),
        Before("list", "schools", listed=True),
        Before("list", "schools", listed=True),
    ]


def test_a_follow_up_stands_behind_the_message_before_it(tmp_path: Path) -> None:
    for folder in ("rules", "follow_ups"):
        (tmp_path / folder).mkdir()
    asked = '{"rule": "fact:R069", "lang": "pl", "text": "ile procent?", "before": "zdaję maturę"}'
    (tmp_path / "follow_ups" / "made_up.jsonl").write_text(asked, "utf-8")
    (tmp_path / "rules" / "made_up.jsonl").write_text(asked.replace('"before"', '"noted"'), "utf-8")
    assert [question.text for question in read_rule_questions(tmp_path)] == [
        "ile procent?",
        "zdaję maturę ile procent?",
    ]


def test_a_faulty_conversation_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "mine.jsonl").write_text('{"id": "a", "lang": "pl", "turns": [{"text": "a"}]}', "utf-8")
    with pytest.raises(TrainingError, match=r"mine\.jsonl:1"):
        read_turns(tmp_path)


def test_the_same_conversations_give_the_same_weights() -> None:
    some = [example for place, example in enumerate(read_examples()) if place % 60 == 0]
    turns = [turn for place, turn in enumerate(read_turns()) if place % 10 == 0]
    first, second = train_turns(some, turns), train_turns(some, turns)
    assert all(np.array_equal(first[name].weights, second[name].weights) for name in ("turns", "refers"))
    assert 0 < first["refers"].card["other_writers"] < 1


def test_the_cards_say_how_well_conversations_of_unseen_writers_are_read() -> None:
    assert load("turns").card["other_writers"] > 0.55
    assert load("refers").card["other_writers"] > 0.6


async def test_no_sentence_of_a_record_is_said_twice(chat: Chat) -> None:
    said = await chat.user("Specjalista cyberbezpieczeństwa – ile godzin doszkalania na przedłużenie certyfikatu?")
    sentences = [sentence.text for sentence in said.answer.sentences]
    assert "Przedłużenie: min. 120 godz. podnoszenia kompetencji w ostatnich 3 latach." in sentences
    assert len(sentences) == len(set(sentences))
