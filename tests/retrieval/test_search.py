from dataclasses import replace
from pathlib import Path

import pytest
import retrieval_samples as samples

from register.vocabulary import InstitutionRole, LabourTopic, QualificationCategory, QualificationKind, RecordType
from retrieval import Filters, RecordIndex, SearchQuery, build_index, open_index


def found(index: RecordIndex, text: str, **filters: object) -> list[str]:
    query = SearchQuery(text, filters=replace(Filters(), **filters))  # type: ignore[arg-type]
    return [hit.record.id for hit in index.search(query).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("technik programista testowy", "kzis:999001"),
        ("XYZ.01", "zrk:XYZ.01"),
        ("xyz.01", "zrk:XYZ.01"),
        ("999001", "kzis:999001"),
        ("91234", "zrk:91234"),
        ("koder gier", "kzis:999001"),
        ("obsluga drukarki", "zrk:91234"),
        ("ksiegowosc", "zrk:91235"),
        ("ksiegowosci", "zrk:91235"),
        ("księgowoćś", "zrk:91235"),
        ("drukrka 3D", "zrk:91234"),
        ("programistka", "kzis:999001"),
        ("game programmers", "kzis:999001"),
        ("програмістом", "kzis:999001"),
        ("bazy danych SQL", "zrk:XYZ.01"),
        ("różnica między kursem a kwalifikacją", "fact:kurs"),
        ("komisja Łódź", "inst:testowa"),
    ],
)
def test_the_right_record_comes_first(index: RecordIndex, text: str, expected: str) -> None:
    assert found(index, text)[0] == expected


def test_confidence_tells_found_from_nothing_fits(index: RecordIndex) -> None:
    right = index.search(SearchQuery("technik programista testowy")).hits[0]
    wrong = index.search(SearchQuery("programista materacy dmuchanych")).hits[0]
    code = index.search(SearchQuery("na czym polega xyz.01")).hits[0]
    assert right.confidence == 1
    assert wrong.confidence < 0.5
    assert code.confidence == 1
    assert set(right.because) == {"technik", "programista", "testowy"}


def test_scores_fall_along_the_list(index: RecordIndex) -> None:
    scores = [hit.score for hit in index.search(SearchQuery("testowa kwalifikacja")).hits]
    assert len(scores) > 3
    assert scores == sorted(scores, reverse=True)


def test_a_repaired_word_is_told(index: RecordIndex) -> None:
    assert index.search(SearchQuery("progrmaista")).notes == ("repaired:progrmaista>programista",)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"types": frozenset({RecordType.OCCUPATION})}, {"kzis:999001"}),
        ({"kinds": frozenset({QualificationKind.FULL})}, {"zrk:91236"}),
        ({"categories": frozenset({QualificationCategory.MARKET})}, {"zrk:91234", "zrk:91235"}),
        ({"prk_levels": frozenset({3, 6})}, {"zrk:91234", "zrk:91236"}),
        ({"obtainable": True}, {"zrk:91234", "zrk:91235"}),
        ({"occupation": "kzis:999001"}, {"kzis:999001", "zrk:XYZ.01", "labour:testowa"}),
        ({"roles": frozenset({InstitutionRole.QUALITY})}, {"inst:krajowa"}),
        ({"region": "ŁÓDZKIE"}, {"inst:testowa", "inst:krajowa", "labour:testowa"}),
        ({"volume_at_most": 100}, {"zrk:91234"}),
        ({"topics": frozenset({LabourTopic.PAY})}, {"labour:testowa"}),
        ({"topics": frozenset({LabourTopic.DEMAND})}, set()),
        ({"prk_levels": frozenset({99})}, set()),
    ],
)
def test_a_filter_keeps_what_meets_it(index: RecordIndex, filters: dict[str, object], expected: set[str]) -> None:
    assert set(found(index, "testowa testowy krajowa", **filters)) == expected


def test_unwanted_categories_and_records_stay_out(index: RecordIndex) -> None:
    unwanted = frozenset({QualificationCategory.MARKET})
    ids = found(index, "testowa", not_categories=unwanted, exclude=frozenset({"zrk:91236"}))
    assert "zrk:XYZ.01" in ids
    assert not {"zrk:91234", "zrk:91235", "zrk:91236"} & set(ids)


def test_limits_are_kept(index: RecordIndex) -> None:
    assert len(index.search(SearchQuery("testowa", limit=2)).hits) == 2
    assert index.search(SearchQuery("testowa", limit=0)).hits == ()
    assert index.search(SearchQuery("testowa", limit=-1)).hits == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "🙂🙂",
        "co to jest",
        "^.*$",
        "'; DROP TABLE x; --",
        "技能 证书",
        "a",
        "\u202eabc",
        "%s{}$[0]",
    ],
)
def test_hostile_text_gets_an_honest_answer(index: RecordIndex, text: str) -> None:
    result = index.search(SearchQuery(text))
    assert all(0 <= hit.confidence <= 1 for hit in result.hits)
    if not result.hits:
        assert result.notes in {(), ("no_words",)}


def test_ten_thousand_words_are_shortened(index: RecordIndex) -> None:
    result = index.search(SearchQuery("księgowość " + "inne różne słowa " * 3_400))
    assert "shortened:200" in result.notes
    assert result.hits[0].record.id == "zrk:91235"


def test_records_come_back_whole(index: RecordIndex) -> None:
    assert index.get("zrk:91234") == samples.PRINTING
    assert index.get("zrk:nie-ma") is None
    wanted = ("fact:kurs", "zrk:nie-ma", "kzis:999001")
    assert index.get_many(wanted) == (samples.RULE, samples.PROGRAMMER)


def test_similar_records_are_of_the_same_kind(index: RecordIndex) -> None:
    hits = index.similar("zrk:XYZ.01", limit=3)
    assert {hit.record.record_type for hit in hits} == {RecordType.QUALIFICATION}
    assert "zrk:XYZ.01" not in {hit.record.id for hit in hits}
    with pytest.raises(KeyError):
        index.similar("zrk:nie-ma")


def test_facets_count(index: RecordIndex) -> None:
    assert index.facets("category") == {"market": 2, "school": 1, "degree": 1}
    only = Filters(obtainable=True)
    assert index.facets("prk_level", only) == {"3": 1, "4": 1}
    with pytest.raises(ValueError, match="no facet"):
        index.facets("record")


def test_a_degree_wins_only_when_one_is_meant(tmp_path: Path) -> None:
    school = samples.qualification("zrk:91301", "Testowa logistyka, kwalifikacja", category="school")
    degree = samples.qualification("zrk:91302", "Testowa logistyka", category="degree", kind="full")
    build_index([school, degree], tmp_path)
    index = open_index(tmp_path)
    assert found(index, "testowa logistyka")[0] == "zrk:91301"
    assert found(index, "studia testowa logistyka")[0] == "zrk:91302"
