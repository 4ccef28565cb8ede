import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.vocabulary import QualificationCategory, QualificationKind, RecordType
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


def test_an_occupation_named_leads_to_its_qualifications(index: RecordIndex) -> None:
    question = "jak zostać technikiem programistą testowym"
    linked = index.search(SearchQuery(question))
    assert "linked:kzis:999001=technik programista testowy" in linked.notes
    assert [hit.record.id for hit in linked.hits[:2]] == ["kzis:999001", "zrk:XYZ.01"]
    plain = index.search(SearchQuery(question, interpret=False))
    assert plain.notes == ()
    scores = [{hit.record.id: hit.score for hit in found.hits}["zrk:XYZ.01"] for found in (linked, plain)]
    assert scores[0] > scores[1]


def test_a_link_respects_the_filters_and_the_limit(index: RecordIndex) -> None:
    question = "techniczka programistka testowa"
    market = Filters(categories=frozenset({QualificationCategory.MARKET}))
    assert "zrk:XYZ.01" not in {hit.record.id for hit in index.search(SearchQuery(question, filters=market)).hits}
    assert len(index.search(SearchQuery(question, limit=1)).hits) == 1


@pytest.mark.parametrize("question", ["technik", "programista", "XYZ.01 technik programista testowy", "gry"])
def test_half_a_name_or_a_code_links_nothing(index: RecordIndex, question: str) -> None:
    assert not [note for note in index.search(SearchQuery(question)).notes if note.startswith("linked:")]


def test_an_institution_named_leads_to_what_it_awards(index: RecordIndex) -> None:
    found = index.search(SearchQuery("co nadaje Testowa Komisja w Łodzi"))
    assert "linked:inst:testowa=Testowa Komisja w Łodzi" in found.notes
    plain = index.search(SearchQuery("co nadaje Testowa Komisja w Łodzi", interpret=False))
    scores = [{hit.record.id: hit.score for hit in one.hits}.get("zrk:91235", 0.0) for one in (found, plain)]
    assert scores[0] > scores[1]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("instytucja w województwie łódzkim", "łódzkie"),
        ("testowa komisja w województwie łódzkim", "łódzkie"),
        ("testowa komisja, woj. kujawsko-pomorskie", "kujawsko-pomorskie"),
        ("testowa izba na Dolnym Śląsku", "dolnośląskie"),
        ("kurs fryzjerski w województwie łódzkim", ""),
    ],
)
def test_a_place_narrows_institutions_only(text: str, region: str) -> None:
    assert read(text).region == region


def test_a_place_is_read_where_institutions_are_asked_for() -> None:
    asked = Filters(types=frozenset({RecordType.INSTITUTION}))
    assert interpret(analyse("kto egzaminuje w łódzkim"), asked).filters.region == "łódzkie"
    qualifications = Filters(types=frozenset({RecordType.QUALIFICATION}))
    assert interpret(analyse("komisja w łódzkim"), qualifications).filters.region == ""
