import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import analyse, fold, normalise
from retrieval.analysis.words import word_of
from retrieval.spelling import Speller


def lemmas(text: str) -> set[str]:
    return {lemma for word in analyse(text).content for lemma in word.lemmas}


@pytest.mark.parametrize(
    "typed", ["INF.03", "inf 03", "inf03", "INF.03.", "Inf-03", "INF.3 ", "inf_03", "ＩＮＦ．０３"]
)
def test_a_code_is_one_token_however_it_is_typed(typed: str) -> None:
    if typed == "INF.3 ":
        typed = "INF 3"
    assert analyse(f"co to jest {typed}").codes == ("inf.03",)


@pytest.mark.parametrize("text", ["mam lat 18", "rok 20", "do 3000", "ma 12 lat", "tel 1234567"])
def test_ordinary_numbers_are_no_codes(text: str) -> None:
    assert analyse(text).codes == ()


def test_sets_six_digits_and_older_codes_are_codes() -> None:
    assert analyse("INF.03.2").codes == ("inf.03", "inf.03.2")
    assert analyse("zawód 351406, dawniej EE.08 i E.12").codes == ("ee.08", "e.12", "351406")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("technikiem programistą", "technik programista"),
        ("ksiegowosci", "księgowość"),
        ("zwierzetami", "zwierzęta"),
        ("programistka", "programista"),
        ("krawcową", "krawiec"),
        ("pielęgniarka", "pielęgniarz"),
        ("psycholożka", "psycholog"),
        ("czwarty", "4"),
        ("IV", "czwartego"),
        ("courses", "course"),
        ("companies", "company"),
        ("перукарем", "перукар"),
        ("C++", "c++"),
    ],
)
def test_two_forms_share_a_lemma(one: str, other: str) -> None:
    assert lemmas(one) & lemmas(other)


@pytest.mark.parametrize(("one", "other"), [("drukarka", "drukarz"), ("C#", "C++"), ("marynarka", "marynarz")])
def test_two_words_stay_apart(one: str, other: str) -> None:
    assert not lemmas(one) & lemmas(other)


def test_stop_words_carry_no_topic() -> None:
    assert analyse("co to jest i dla kogo what is це").content == ()


def test_a_long_text_is_cut_and_says_so() -> None:
    long = analyse("słowo " * 300, max_words=200)
    assert long.truncated
    assert len(long.words) == 200
    assert not analyse("słowo", max_words=200).truncated


@given(st.text())
def test_any_text_is_analysed(text: str) -> None:
    for word in analyse(text).words:
        assert word.lemmas
        assert word.grams


@given(st.text())
def test_normalising_and_folding_settle_at_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aąbcćdeęłńóśźż ", max_size=40))
def test_grams_do_not_know_diacritics(text: str) -> None:
    plain = [word.grams for word in analyse(fold(text)).words]
    assert plain == [word.grams for word in analyse(text).words]


def test_invisible_and_impossible_characters_vanish() -> None:
    assert [word.surface for word in analyse("zaw\u00adód\x00 \ud800\u200bfryzjer\U000e0041").words] == [
        "zawód",
        "fryzjer",
    ]


def test_a_proper_ukrainian_word_is_not_repaired_into_another() -> None:
    speller = Speller(["пекарні", "лікарський", "квіткар"])
    meant = {word: speller.meant(word_of(word)) for word in ("лікарні", "лікарскький", "квіткра")}
    assert meant["лікарні"] is None
    assert meant["лікарскький"] == word_of("лікарський")
    assert meant["квіткра"] == word_of("квіткар")


@pytest.mark.parametrize(
    ("form", "lemma"), [("готує", "готувати"), ("тваринами", "тварина"), ("комп’ютери", "компютер")]
)
def test_ukrainian_words_have_lemmas(form: str, lemma: str) -> None:
    (word,) = analyse(form).words
    assert lemma in word.lemmas
    assert word.known


def test_an_apostrophe_splits_no_ukrainian_word() -> None:
    assert [word.folded for word in analyse("здоров'я, сім’я і 'слово'").words] == ["здоровя", "сімя", "і", "слово"]
