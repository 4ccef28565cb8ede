"""The plain spelling undoes disguises and leaves codes alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.lexicon import load
from guardrails.normalise import fold, plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ŻÓŁĆ, gęślą!", "zolc gesla"),
        ("z4b1j3 s1ę", "zabije sie"),
        ("1gn0r3", "ignore"),
        ("Ιgnоrе", "ignore"),
        ("𝐢𝐠𝐧𝐨𝐫𝐞 ⓐⓛⓛ", "ignore all"),
        ("🇮🇬🇳🇴🇷🇪", "ignore"),
        ("ɪɢɴᴏʀᴇ", "ignore"),
        ("nieeee chceee", "nie chce"),
        ("z a b i j ę  s i ę", "zabije sie"),
        ("i.g.n.o.r.e", "ignore"),
        ("я не хочу", "я не хочу"),
        ("б'є", "бє"),
        ("INF.03, B2, PRK4, 2024r", "inf 03 b2 prk4 2024r"),
    ],
)
def test_disguises_are_undone(written: str, read: str) -> None:
    assert plain(written).text.strip() == read


def test_words_set_apart_by_single_blanks_are_still_found() -> None:
    assert load("injection", "injection").find(plain("p r o m p t  i n j e c t i o n")) == "injection"


@given(st.text(max_size=200))
def test_any_text_becomes_words_with_single_blanks(text: str) -> None:
    spelled = plain(text)
    assert spelled.text == f" {' '.join(spelled.words)} "
    assert fold(fold(text)) == fold(text) or not text.isascii()


def test_a_phrase_must_start_with_a_word(tmp_path: object) -> None:
    from guardrails.lexicon import _starts  # noqa: PLC0415 - the notation is checked where it is read

    with pytest.raises(ValueError, match="starts with a word"):
        _starts("~ zyc")
