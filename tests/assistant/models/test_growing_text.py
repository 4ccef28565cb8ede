"""A text that grows is cut into the same sentences as the whole, whatever the pieces it comes in."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.models.growing import GrowingText
from guardrails.sentences import split

BITS = ["Ala ma kota", " ", ". ", ".", " [q1]", "[q", "1]", "\n", "\n\n", "```", "`", "np.", " m.in. ", "INF.03"]
MORE = [" 4. ", "poziom", "Kto", "!", "…", "?", " [q12].", "(x)", "„Ala”", "- ", "\x0b", "\r", "\u2028", "kategorii C."]


@given(st.lists(st.sampled_from(BITS + MORE), max_size=40), st.integers(1, 5))
def test_the_pieces_are_those_of_the_whole(parts: list[str], size: int) -> None:
    text = "".join(parts)
    growing = GrowingText()
    given_out = [piece for at in range(0, len(text), size) for piece in growing.add(text[at : at + size])]
    assert (*given_out, *growing.rest()) == split(text)


def test_a_sentence_goes_out_when_the_next_one_begins() -> None:
    growing = GrowingText()
    assert growing.add("Pierwsze zdanie [q1].") == ()
    assert growing.add(" ") == ()
    assert [piece.sentence.text for piece in growing.add("Drugie")] == ["Pierwsze zdanie [q1]."]


def test_a_mark_that_may_still_come_is_waited_for() -> None:
    growing = GrowingText()
    assert growing.add("Pierwsze zdanie. [q") == ()
    assert growing.add("1] Dr")[0].sentence.handles == ("q1",)
