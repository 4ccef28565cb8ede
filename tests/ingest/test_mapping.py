"""Foreign keys to our fields: what is understood, what is kept raw, what is set aside, what never stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources import values
from ingest.sources.mapping import JsonMapping
from ingest.sources.mapping_rules import MappingError
from ingest.sources.words import category_of, role_of
from register.qualification import Qualification

TODAY = date(2026, 11, 20)
SOURCE = "https://register.example/pl/v1/qualifications/"
RAW = {
    "id": 1660,
    "zrk_id": "13986",
    "name": "Testowanie <b>materacy</b>&nbsp;",
    "code": "tst 01.",
    "category": {"id": 6, "name": "Rzemieślnicze"},
    "type": "cząstkowa",
    "prk_level": {"value": "IV"},
    "status": {"id": 2, "name": "włączona funkcjonująca"},
    "published_date": "2024-05-06T10:00:00Z",
    "validity": "5 lat od wydania",
    "volume": "120 godzin",
    "characteristics": "<p>Pierwszy akapit.</p><p>Drugi.</p>",
    "certifying_institutions": [{"name": "Fundacja Testowa"}, {"nazwa": "Cech Testowy"}],
    "kzis": [{"code": "351406"}, "711201 testowy"],
    "learning_outcome_sets": [
        {
            "name": "Zestaw 1",
            "outcomes": [{"name": "Efekt 1", "criteria": ["Kryterium 1", {"text": "Kryterium 2"}]}],
        },
        {"code": "bez nazwy"},
    ],
    "colour": "blue",
    "contact_person": "kept by nobody",
    "author": {"office": "4", "persons": ["kept by nobody"]},
    "email": "kept@nowhere.example",
}


def mapped(*raws, kind="qualification", path=None):
    return JsonMapping(kind, path).map_all(raws, TODAY, SOURCE)


def only(*raws, **more) -> Qualification:
    (record,) = mapped(*raws, **more).records
    return record


def test_known_keys_become_fields():
    record = only(RAW)

    assert (record.id, record.register_id, record.api_id) == ("zrk:13986", 13986, 1660)
    assert (record.name, record.code) == ("Testowanie materacy", "TST.01")
    assert (record.category, record.kind, record.prk_level) == ("craft", "partial", 4)
    assert (record.status, record.included_on) == ("functioning", date(2024, 5, 6))
    assert (record.validity.years, record.volume_hours) == (5, 120)
    assert record.summary.pl == "Pierwszy akapit.\nDrugi."
    assert [body.name for body in record.awarding_bodies] == ["Fundacja Testowa", "Cech Testowy"]
    assert record.occupations == ("kzis:351406", "kzis:711201")


def test_the_tree_of_outcomes_is_three_levels_deep():
    (outcome_set,) = only(RAW).outcome_sets

    assert outcome_set.title == "Zestaw 1"
    assert outcome_set.outcomes[0].text == "Efekt 1"
    assert [one.text for one in outcome_set.outcomes[0].criteria] == ["Kryterium 1", "Kryterium 2"]


def test_every_field_has_the_register_as_its_source():
    record = only(RAW)

    assert record.source_of("prk_level").confidence == "register"
    assert record.source_of("prk_level").sources == (SOURCE,)
    assert record.as_of == "2026-11-20"


def test_unknown_keys_are_counted_and_kept():
    result = mapped(RAW, {**RAW, "id": 1, "zrk_id": 13987})

    assert result.unknown_keys == {"colour": 2, "author": 2}
    assert result.records[0].raw == {"colour": "blue", "author": {"office": "4"}}


def test_what_is_personal_is_kept_nowhere():
    result = mapped(RAW, {"contact_person": "X", "name": "bez numeru"})

    assert "nobody" not in repr(result)
    assert "nowhere" not in repr(result)
    assert result.set_aside[0]["raw"] == {"name": "bez numeru"}


@pytest.mark.parametrize(
    ("raw", "record_id"),
    [
        ({"id": 13870}, "zrk:13870"),
        ({"id": 1660}, "zrk:api-1660"),
        ({"id": 1660, "code": "INF.03."}, "zrk:INF.03"),
        ({"id": "1660", "code": "351406"}, "zrk:351406"),
        ({"code": "INF.03"}, "zrk:INF.03"),
    ],
)
def test_the_id_is_the_register_id_else_the_code(raw, record_id):
    assert only({"name": "x", **raw}).id == record_id


def test_a_record_without_an_id_is_set_aside_with_the_reason():
    result = mapped(RAW, {"name": "Bez numeru", "code": "cokolwiek"})

    assert len(result.records) == 1
    assert result.set_aside == [
        {"reason": "no id and no official code", "raw": {"name": "Bez numeru", "code": "cokolwiek"}}
    ]


def test_a_record_the_model_refuses_is_set_aside():
    result = mapped(RAW, {"id": 12001, "name": "x", "outcome_sets": [{"name": "\x00"}], "volume": "-"})

    assert len(result.records) == 2
    assert not result.set_aside


def test_keys_that_fit_nothing_stop_with_what_was_looked_for():
    with pytest.raises(MappingError, match=r"looked for name: name, nazwa, .*; found the keys id, titel"):
        mapped({"id": 12001, "titel": "x"})


def test_an_own_mapping_takes_the_place_of_the_shipped_one(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(
        "register_ids_from: 1\nnever: []\noutcome_set: {}\n"
        "qualification:\n  required: [name]\n  fields:\n"
        "    api_id: {keys: [nr], as: number}\n    name: {keys: [titel.pl], as: text}\n"
    )

    assert only({"nr": 7, "titel": {"pl": "Siódma"}}, path=path).name == "Siódma"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "qualification: 1",
        "a: [",
        "register_ids_from: x",
        "register_ids_from: 1\nnever: []\noutcome_set: {}\n"
        "qualification: {required: [], fields: {name: {keys: [a], as: magic}}}",
        "!!python/object/apply:os.system ['true']",
    ],
)
def test_a_faulty_mapping_is_named(tmp_path, content):
    path = tmp_path / "own.yaml"
    path.write_text(content)

    with pytest.raises(MappingError, match=r"mapping .*own\.yaml"):
        mapped(RAW, path=path)


def test_a_mapping_that_is_not_there_is_named(tmp_path):
    with pytest.raises(MappingError, match="cannot be read"):
        mapped(RAW, path=tmp_path / "none.yaml")


def test_institutions_need_a_number():
    result = mapped({"id": 5, "name": "Cech"}, {"name": "Bez numeru"}, kind="institution")

    assert [record.id for record in result.records] == ["inst:cech-5"]
    assert result.set_aside[0]["reason"] == "no id"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("4", 4),
        (7, 7),
        ("Poziom 5 PRK", 5),
        ("VI", 6),
        ("9", None),
        ("", None),
        (True, None),
        ({"name": "poziom iii"}, 3),
    ],
)
def test_levels_in_any_digits(written, read):
    assert values.level(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [("2024-02-30", None), ("20.11.2026", date(2026, 11, 20)), ("wczoraj", None), (None, None)],
)
def test_dates_in_two_spellings(written, read):
    assert values.day(written) == read


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("wolnorynkowe (dawniej rynkowe)", "market"),
        ("Sektorowe", "sectoral"),
        ("6", "craft"),
        ("szkolnictwo branżowe", "school"),
        ("po studiach podyplomowych", "postgraduate"),
        ("dyplomy ukończenia studiów", "degree"),
        ("po kształceniu ogólnym", "general"),
        ("czarodziejskie", None),
    ],
)
def test_categories_in_the_portals_words(words, category):
    assert category_of(words) == category


def test_roles_in_the_portals_words():
    assert role_of("Instytucja certyfikująca") == "awarding"
    assert role_of("PZZJ") == "quality"
    assert role_of("cokolwiek") is None


def test_what_lies_absurdly_deep_is_cut_off():
    deep: object = "bottom"
    for _ in range(900):
        deep = [deep] if len(repr(deep)) % 2 else {"x": deep}

    assert only({**RAW, "name": deep, "nazwa": "Płytka", "extra": deep}).name == "Płytka"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
SHIPPED = JsonMapping("qualification")
known_keys = st.sampled_from([*RAW, "poziom", "zestawy_efektow", "pkd", "srk"])


@given(st.dictionaries(known_keys | st.text(max_size=6), json_values, max_size=12))
def test_no_record_of_any_shape_breaks_the_mapping(raw):
    result = SHIPPED.map_all([RAW, raw], TODAY, SOURCE)

    assert len(result.records) + len(result.set_aside) == 2
