import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.vocabulary import QualificationCategory, QualificationKind
from retrieval import Filters, RecordIndex, SearchQuery
from retrieval.analysis import analyse
from retrieval.understanding import interpret

NOT_STUDIES = frozenset({QualificationCategory.DEGREE, QualificationCategory.POSTGRADUATE})


def read(text: str) -> Filters:
    return interpret(analyse(text), Filters()).filters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("informatyka na poziomie czwartym", Filters(prk_levels=frozenset({4}))),
        ("fryzjer, IV poziom PRK", Filters(prk_levels=frozenset({4}))),
        ("spawanie PRK 3", Filters(prk_levels=frozenset({3}))),
        ("praca ze zwierzętami bez matury", Filters(not_categories=NOT_STUDIES)),
        ("grafika, ale nie na studiach", Filters(not_categories=NOT_STUDIES)),
        ("drukarki 3D poniżej 100 godzin", Filters(volume_at_most=100)),
        ("kwalifikacje wolnorynkowe w handlu", Filters(categories=frozenset({QualificationCategory.MARKET}))),
        ("kwalifikacja cząstkowa ogrodnik", Filters(kinds=frozenset({QualificationKind.PARTIAL}))),
        ("barman, dostępne teraz", Filters(obtainable=True)),
        ("programowanie without a degree", Filters(not_categories=NOT_STUDIES)),
    ],
)
def test_a_wish_becomes_a_filter(text: str, expected: Filters) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["co to jest poziom 4 PRK", "kwalifikacja wolnorynkowa", "bez matury", "", "4", "fryzjer"]
)
def test_a_question_about_the_filter_itself_is_left_alone(text: str) -> None:
    understood = interpret(analyse(text), Filters())
    assert understood.filters == Filters()
    assert understood.notes == ()


def test_what_the_caller_set_is_not_overruled() -> None:
    asked = Filters(prk_levels=frozenset({6}))
    assert interpret(analyse("informatyka na poziomie 4"), asked).filters == asked


def test_filters_are_told_and_can_be_undone(index: RecordIndex) -> None:
    text = "testowa drukarka poniżej 100 godzin"
    result = index.search(SearchQuery(text))
    assert result.filters.volume_at_most == 100
    assert result.notes == ("filter:volume_at_most=100",)
    assert {hit.record.id for hit in result.hits} == {"zrk:91234"}
    plain = index.search(SearchQuery(text, interpret=False))
    assert plain.filters == Filters()
    assert len(plain.hits) > 1


def test_an_empty_result_says_what_would_widen_it(index: RecordIndex) -> None:
    asked = Filters(prk_levels=frozenset({8}), obtainable=True, volume_at_most=1_000)
    assert index.search(SearchQuery("drukarka 3D", filters=asked)).notes == ("widen:prk_levels",)


@given(st.text(alphabet="bez matury na poziomie 4 do 100 godzin kwalifikacja PRK", max_size=60))
def test_any_words_are_read(text: str) -> None:
    understood = interpret(analyse(text), Filters())
    assert len(understood.analysis.words) <= len(analyse(text).words)
