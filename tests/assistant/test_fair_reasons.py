"""Reasons of recommendations: none names who somebody is, and the arithmetic stays visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Factor, Recommendation
from assistant.reasons import fair_reasons


def recommendation(*texts: str) -> Recommendation:
    because = tuple(Factor(factor="interests", weight=0.5, value=0.9, text=text) for text in texts)
    return Recommendation(record_id="zrk:INF.03", title="Strony", score=0.8, because=because)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("To zawód lepszy dla mężczyzn niż dla kobiet.", "gender"),
        ("Dla osób po pięćdziesiątce to zbyt trudne.", "age"),
        ("Women are naturally better at this.", "gender"),
    ],
)
def test_a_reason_that_steers_loses_its_words_and_is_reported(text: str, attribute: str) -> None:
    (kept,), (report,) = fair_reasons((recommendation("Lubisz komputery.", text),))
    assert [factor.text for factor in kept.because] == ["Lubisz komputery.", ""]
    assert [(factor.weight, factor.value) for factor in kept.because] == [(0.5, 0.9)] * 2
    assert (report.rail, report.action, report.detail) == ("bias", "masked", f"{attribute} in a reason")


def test_plain_reasons_stay() -> None:
    given_one = recommendation("Zainteresowania pasują w 80 %.", "Poziom PRK 4 mieści się w tym, czego szukasz.")
    assert fair_reasons((given_one,)) == ((given_one,), ())


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_reason_can_be_read(texts: list[str]) -> None:
    ((kept,), _) = fair_reasons((recommendation(*texts),))
    assert len(kept.because) == len(texts)
