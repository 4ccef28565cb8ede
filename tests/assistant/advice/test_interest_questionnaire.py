"""A questionnaire as a transcript: asked, answered, skipped, gone back, paused, taken up, ended early, lengthened."""

import json
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interest_people import PRACTICAL, answer_all

from assistant.advice.interests import (
    HEXAGON,
    Form,
    InterestsError,
    Length,
    Questionnaire,
    Reason,
    Response,
    Session,
    Shape,
    score,
)

ASK = Questionnaire()
SHORT = ASK.items(Form.SHORT)
steps = st.lists(st.sampled_from([1, 2, 3, 4, 5, "skip", "back", "pause", "resume"]), max_size=40)


def refused(step) -> Reason:
    with pytest.raises(InterestsError) as caught:
        step()
    assert str(caught.value)
    assert caught.value.phrase == f"interests.error.{caught.value.reason}"
    return caught.value.reason


def take(session: Session, step: int | str) -> Session:
    if isinstance(step, int):
        return ASK.answer(session, step)
    return getattr(ASK, step)(session)


def leaders(percents: dict[str, float], how_many: int) -> set[str]:
    return set(sorted(percents, key=lambda kind: -percents[kind])[:how_many])


def test_a_pupil_answers_with_a_break_and_a_second_thought() -> None:
    session = ASK.start()
    assert ASK.question(session).text.pl == "naprawianie roweru"
    assert ASK.progress(session).model_dump() == {"number": 1, "total": 15, "length": Length.ABOUT}
    session = ASK.answer(session, 5)
    session = ASK.skip(session)
    session = ASK.back(session)
    assert ASK.question(session).id == "i1"
    session = ASK.pause(ASK.answer(session, 4))
    kept = ASK.dump(session)

    a_week_later = ASK.resume(ASK.load(kept))
    assert ASK.question(a_week_later).id == "a1"
    assert ASK.progress(a_week_later).number == 3
    done = answer_all(ASK, a_week_later, PRACTICAL)
    assert "".join(ASK.result(done).code.letters) == "RIC"


def test_a_clear_profile_ends_early() -> None:
    done = answer_all(ASK, ASK.start(), {"R": 5, "I": 1, "A": 1, "S": 1, "E": 1, "C": 1})
    assert len(done.responses) == 12
    assert ASK.progress(done).model_dump() == {"number": 12, "total": 12, "length": Length.FINISHED}
    assert ASK.result(done).shape is Shape.CLEAR


def test_an_unclear_one_is_asked_to_the_end() -> None:
    done = answer_all(ASK, ASK.start(), dict.fromkeys("RIASEC", 3))
    assert len(done.responses) == 18
    assert ASK.result(done).shape is Shape.FLAT


def test_a_type_that_was_skipped_holds_the_end_back() -> None:
    session = ASK.skip(ASK.start())
    done = answer_all(ASK, session, {"R": 5, "I": 1, "A": 1, "S": 1, "E": 1, "C": 1})
    # R is asked for the second time as the 12th question and for the third as the 17th.
    assert len(done.responses) == 17
    assert ASK.result(done).shape is Shape.CLEAR


@settings(max_examples=200)
@given(st.lists(st.none() | st.integers(1, 5), min_size=18, max_size=18))
def test_it_ends_early_only_when_no_one_type_could_change_who_leads(values: list[int | None]) -> None:
    session = ASK.start()
    for value in values:
        if ASK.question(session) is None:
            break
        session = ASK.skip(session) if value is None else ASK.answer(session, value)
    asked = len(session.responses)
    assert 12 <= asked <= 18
    if asked == 18:
        return
    now = {entry.type: entry.percent for entry in ASK.result(session).scores}
    left = SHORT[asked:]
    outcomes = []
    for kind in HEXAGON:
        for extreme in (1, 5):
            rest = [Response(item=item.id, value=extreme) for item in left if item.type is kind]
            outcomes.append({entry.type: entry.percent for entry in score([*session.responses, *rest], SHORT).scores})
    assert any(all(leaders(later, count) == leaders(now, count) for later in outcomes) for count in (1, 2, 3))


def test_progress_never_promises_less_than_is_asked() -> None:
    session = ASK.start()
    seen = []
    while ASK.question(session):
        seen.append(ASK.progress(session))
        session = ASK.answer(session, 3)
    assert [progress.number for progress in seen] == list(range(1, 19))
    assert [(progress.length, progress.total) for progress in seen] == [(Length.ABOUT, 15)] * 12 + [
        (Length.AT_MOST, 18)
    ] * 6
    assert ASK.progress(ASK.start(Form.FULL)).model_dump() == {"number": 1, "total": 48, "length": Length.EXACT}


def test_about_fifteen_and_the_right_type_first_for_simulated_people() -> None:
    chance = Random(1)  # noqa: S311
    lengths, same = [], 0
    for _ in range(200):
        liking = {kind: chance.gauss(3, 1) for kind in HEXAGON}
        values = {item.id: min(5, max(1, round(chance.gauss(liking[item.type], 0.8)))) for item in SHORT}
        session = ASK.start()
        while item := ASK.question(session):
            session = ASK.answer(session, values[item.id])
        lengths.append(len(session.responses))
        every = score([Response(item=item, value=value) for item, value in values.items()], SHORT)
        early, late = ({kind: result.profile[kind] for kind in HEXAGON} for result in (ASK.result(session), every))
        best = {kind for kind in HEXAGON if early[kind] == max(early.values())}
        same += any(late[kind] == max(late.values()) for kind in best)
    assert 14 < fmean(lengths) < 16
    assert same >= 190


def test_the_short_form_goes_on_as_the_full_one() -> None:
    done = answer_all(ASK, ASK.start(), PRACTICAL)
    longer = ASK.lengthen(done)
    assert longer.responses == done.responses
    assert ASK.progress(longer).total == 48
    finished = answer_all(ASK, longer, PRACTICAL)
    assert len(finished.responses) == 48
    assert [entry.answered for entry in ASK.result(finished).scores] == [8] * 6


def test_a_result_before_the_end_says_what_is_missing() -> None:
    result = ASK.result(ASK.answer(ASK.start(), 5))
    assert result.shape is Shape.INCOMPLETE
    assert len(result.missing) == 6


@pytest.mark.parametrize("value", [0, 6, -3, 10**30, True, 3.0, "3", None, "tak", [1]])
def test_a_bad_answer_is_refused_and_the_question_stays(value) -> None:
    session = ASK.start()
    assert refused(lambda: ASK.answer(session, value)) is Reason.BAD_ANSWER
    assert ASK.question(session).id == "r1"


def test_steps_at_the_wrong_time_are_refused() -> None:
    start = ASK.start()
    done = answer_all(ASK, start, PRACTICAL)
    paused = ASK.pause(start)
    assert refused(lambda: ASK.back(start)) is Reason.AT_START
    assert refused(lambda: ASK.resume(start)) is Reason.NOT_PAUSED
    assert refused(lambda: ASK.lengthen(start)) is Reason.NOT_FINISHED
    assert refused(lambda: ASK.lengthen(ASK.start(Form.FULL))) is Reason.ALREADY_FULL
    assert refused(lambda: ASK.answer(done, 3)) is Reason.FINISHED
    assert refused(lambda: ASK.skip(done)) is Reason.FINISHED
    assert refused(lambda: ASK.pause(done)) is Reason.FINISHED
    for step in (
        lambda: ASK.answer(paused, 3),
        lambda: ASK.skip(paused),
        lambda: ASK.back(paused),
        lambda: ASK.pause(paused),
    ):
        assert refused(step) is Reason.PAUSED
    assert ASK.question(ASK.back(done)) is not None


@given(steps)
def test_every_state_is_json_and_comes_back_the_same(taken: list[int | str]) -> None:
    session = ASK.start()
    for step in taken:
        before = session
        try:
            session = take(session, step)
        except InterestsError:
            assert session is before
        assert ASK.load(ASK.dump(session)) == session


@given(steps)
def test_going_back_undoes_an_answer(taken: list[int | str]) -> None:
    session = ASK.start()
    for step in taken:
        if isinstance(step, int) and ASK.question(session):
            after = ASK.answer(session, step)
            assert ASK.back(after) == session
            session = after


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"bank": "zeterka-interests-0"}, Reason.OTHER_BANK),
        ({"format": 2}, Reason.UNREADABLE),
        ({"form": "endless"}, Reason.UNREADABLE),
        ({"gender": "f"}, Reason.UNREADABLE),
        ({"responses": [{"item": "i1", "value": 3}]}, Reason.UNREADABLE),
        ({"responses": [{"item": "r1", "value": 9}]}, Reason.UNREADABLE),
        ({"responses": [{"item": "r1", "value": True}]}, Reason.UNREADABLE),
        ({"responses": [{"item": "r1", "value": "5"}]}, Reason.UNREADABLE),
        ({"responses": [{"item": "r1", "value": 3}, {"item": "r1", "value": 3}]}, Reason.UNREADABLE),
        ({"responses": None}, Reason.UNREADABLE),
        ({"bank": "x" * 30_000}, Reason.UNREADABLE),
    ],
)
def test_a_session_these_steps_could_not_have_made_is_refused(change: dict, reason: Reason) -> None:
    tree = json.loads(ASK.dump(ASK.start())) | change
    assert refused(lambda: ASK.load(json.dumps(tree))) is reason


def test_answers_or_a_pause_after_the_end_are_refused() -> None:
    done = answer_all(ASK, ASK.start(), {"R": 5, "I": 1, "A": 1, "S": 1, "E": 1, "C": 1})
    tree = json.loads(ASK.dump(done))
    more = tree | {"responses": [*tree["responses"], {"item": SHORT[12].id, "value": 3}]}
    assert refused(lambda: ASK.load(json.dumps(more))) is Reason.UNREADABLE
    assert refused(lambda: ASK.load(json.dumps(tree | {"paused": True}))) is Reason.FINISHED


@given(st.text() | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists).map(json.dumps))
def test_whatever_is_no_session_is_refused_in_one_way(text: str) -> None:
    assert refused(lambda: ASK.load(text)) is Reason.UNREADABLE


def test_a_deep_nest_is_refused() -> None:
    assert refused(lambda: ASK.load("[" * 9_000 + "]" * 9_000)) is Reason.UNREADABLE
