"""The domain: what a record must be, and what is said about one that is not."""

from datetime import date

import pytest
from hypothesis import given
from pydantic import ValidationError
from record_strategies import records

from register.institution import Institution
from register.library import (
    RecordError,
    dangling_references,
    duplicate_ids,
    parse_json,
    parse_record,
    references,
    to_json,
)
from register.occupation import Occupation
from register.qualification import Qualification
from register.record import LocalText, Provenance
from register.vocabulary import Confidence, Language, QualificationStatus


def source(*fields: str, **more: object) -> dict[str, object]:
    named = {"fields": fields} if fields else {}
    said = {"sources": ("made-up source",), "confidence": "register", "retrieved": date(2026, 1, 2)}
    return {**said, **named, **more}


def qualification(**values: object) -> Qualification:
    given_ = {"id": "zrk:1", "name": "Testowa kwalifikacja", "url": "https://example.org/1"}
    return Qualification.model_validate({"provenance": (source(),), **given_, **values})


@given(records)
def test_a_record_written_and_read_is_the_same_record(record):
    line = to_json(record)

    assert "\n" not in line
    assert parse_json(line) == record
    assert to_json(parse_json(line.encode())) == line


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"prk_level": 9}, "prk_level"),
        ({"prk_level": 0}, "prk_level"),
        ({"id": "INF.03"}, "id"),
        ({"id": "zrk:two words"}, "id"),
        ({"name": "   "}, "name"),
        ({"url": "ftp://example.org"}, "url"),
        ({"notice": "M.P. 2018"}, "notice"),
        ({"volume_hours": -1}, "volume_hours"),
        ({"register_id": 0}, "register_id"),
        ({"included_on": "yesterday"}, "included_on"),
        ({"category": "rynkowa"}, "category"),
        ({"parts": ((),)}, "parts"),
        ({"provenance": ()}, "provenance"),
        ({"links": ({"title": "x", "url": "javascript:alert(1)"},)}, "links"),
        ({"colour": "red"}, "colour"),
        ({"validity": {"text": "5 lat", "years": 0}}, "years"),
    ],
)
def test_a_faulty_field_is_named(values, said):
    with pytest.raises(ValidationError, match=said):
        qualification(**values)


def test_a_filled_field_without_a_source_is_refused():
    with pytest.raises(ValidationError, match="zrk:1: no source for document, prk_level"):
        qualification(provenance=(source("name"),), prk_level=4, document="certyfikat")


def test_a_no_break_space_of_a_source_is_a_space():
    assert qualification(name="Testowa\u00a0kwalifikacja ").name == "Testowa kwalifikacja"


def test_an_empty_field_needs_no_source():
    record = qualification(provenance=(source("name"),), prk_level=None, document="", tasks=())

    assert record.filled_fields() == {"name"}


def test_a_field_is_spoken_for_by_the_entry_that_names_it():
    named = source("prk_level", derived=True, as_of="2020-04")
    record = qualification(prk_level=4, provenance=(source(), named))

    assert record.source_of("prk_level").as_of == "2020-04"
    assert record.source_of("name").as_of is None
    assert record.is_derived("prk_level")
    assert not record.is_derived("name")
    assert not record.is_derived("document")


def test_asking_for_the_source_of_an_unsourced_field_says_so():
    record = qualification(provenance=(source("name"),))

    with pytest.raises(KeyError, match="no source for prk_level"):
        record.source_of("prk_level")


def test_the_date_of_a_record_is_its_newest_source_not_the_day_it_was_read():
    entries = (source(as_of="2019"), source(as_of="2020-04"), source(as_of="2024-07-10", confidence="own"))

    assert qualification(provenance=entries).as_of == "2020-04"


def test_the_date_of_a_record_without_dated_sources_is_the_day_it_was_read():
    assert qualification().as_of == "2026-01-02"


def test_a_record_of_own_words_only_is_as_old_as_they_are():
    assert qualification(provenance=(source(confidence="own", as_of="2025"),)).as_of == "2025"


def test_texts_fall_back_to_polish():
    text = LocalText(pl="kurs", en="course")

    assert text.in_(Language.EN) == "course"
    assert text.in_(Language.UK) == "kurs"
    assert text.has(Language.EN)
    assert not text.has(Language.UK)


def test_a_name_without_translation_stays_polish():
    record = qualification(translations={"en": "Made-up qualification"})

    assert record.name_in(Language.EN) == "Made-up qualification"
    assert record.name_in(Language.UK) == "Testowa kwalifikacja"


@pytest.mark.parametrize(
    ("status", "obtainable"),
    [(None, None), (QualificationStatus.FUNCTIONING, True), (QualificationStatus.INCLUDED, False)],
)
def test_one_can_apply_only_for_a_functioning_qualification(status, obtainable):
    assert qualification(status=status).obtainable is obtainable


def test_provenance_needs_a_source_and_a_date_that_is_one():
    with pytest.raises(ValidationError, match="sources"):
        Provenance(sources=(), confidence=Confidence.LAW, retrieved=date(2026, 1, 2))
    with pytest.raises(ValidationError, match="as_of"):
        Provenance(sources=("x",), confidence=Confidence.LAW, retrieved=date(2026, 1, 2), as_of="04.2020")


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError):
        qualification().name = "inna"  # type: ignore[misc]


def test_reading_names_the_record_and_every_fault():
    with pytest.raises(RecordError, match=r"zrk:7: .*prk_level.*") as caught:
        parse_record({"record_type": "qualification", "id": "zrk:7", "name": "", "prk_level": 12})
    assert "name" in str(caught.value)


def test_a_record_of_no_known_type_is_refused():
    with pytest.raises(RecordError, match="a record without an id"):
        parse_record({"record_type": "planet"})


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '{"record_type":"qualification"}', b"\xff\xfe"])
def test_a_line_that_is_no_record_is_refused(line):
    with pytest.raises(RecordError):
        parse_json(line)


def library() -> tuple[Qualification | Occupation | Institution, ...]:
    base = {"provenance": (source(),), "url": "https://example.org"}
    full = qualification(
        id="zrk:111111",
        occupations=("kzis:111111",),
        parts=(("zrk:AAA.01", "zrk:AAA.02"),),
        part_of=("zrk:x",),
        awarding_bodies=({"name": "ciało", "id": "inst:a"}, {"name": "bez rekordu"}),
    )
    worker = Occupation.model_validate(
        {
            **base,
            "id": "kzis:111111",
            "name": "testowy zawód",
            "qualifications": (("zrk:AAA.01",),),
            "full_qualification": "zrk:111111",
        }
    )
    body = Institution.model_validate({**base, "id": "inst:a", "name": "ciało", "qualifications": ("zrk:111111",)})
    return full, worker, body


def test_references_are_followed_from_every_kind_of_record():
    full, worker, body = library()

    assert list(references(full)) == ["kzis:111111", "zrk:x", "zrk:AAA.01", "zrk:AAA.02", "inst:a"]
    assert list(references(worker)) == ["zrk:AAA.01", "zrk:111111"]
    assert list(references(body)) == ["zrk:111111"]


def test_references_that_lead_nowhere_are_listed_by_record():
    assert dangling_references(library()) == {
        "zrk:111111": ("zrk:x", "zrk:AAA.01", "zrk:AAA.02"),
        "kzis:111111": ("zrk:AAA.01",),
    }


def test_facts_point_to_facts_and_figures_to_occupations():
    shared = {"url": "https://example.org", "provenance": (source(),), "name": "x"}
    words = {"title": {"pl": "x"}, "text": {"pl": "x"}, "topic": "x", "fact_kind": "rule"}
    fact = parse_record({"record_type": "system_fact", "id": "fact:1", "related": ("fact:2",), **words, **shared})
    place = {"teryt": "02", "level": "voivodeship", "name": "dolnośląskie"}
    publisher = {"key": "test", "name": "x", "url": "https://example.org", "licence": {"pl": "x"}}
    figure = {"topic": "pay", "value": 1.5, "unit": "zł", "territory": place, "period": "2024", "source": publisher}
    joined = {"occupation": "kzis:1", "matched_by": "id"}
    pay = parse_record({"record_type": "labour_fact", "id": "labour:1", **joined, **figure, **shared})
    bare = parse_record({"record_type": "labour_fact", "id": "labour:2", **figure, **shared})

    assert list(references(fact)) == ["fact:2"]
    assert list(references(pay)) == ["kzis:1"]
    assert list(references(bare)) == []


def test_an_id_claimed_twice_is_found():
    full, worker, body = library()

    assert duplicate_ids((full, worker, body)) == frozenset()
    assert duplicate_ids((full, worker, body, full)) == {"zrk:111111"}
