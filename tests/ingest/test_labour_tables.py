"""Tables of the labour market made into figures: what is joined to what, and by which rule they grow old."""

from datetime import date

import pytest
from small_tables import write_tables

from ingest.snapshot import load
from ingest.snapshot.build import make
from ingest.snapshot.tables import labour
from register.facts import Freshness, LabourFact
from register.vocabulary import Confidence, Language, MatchedBy


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    tables = tmp_path_factory.mktemp("labour")
    write_tables(tables)
    drafts = make(tables / "facts", tables / "data", tables / "texts").of_type("labour_fact")
    return {key: draft.record() for key, draft in drafts.items()}


def test_a_listed_occupation_is_joined_by_its_name_and_says_so(made):
    coded, named = made["labour:men-2025-311111"], made["labour:men-2026-operator-bez-kodu"]

    assert (coded.occupation, coded.matched_by) == ("kzis:311111", MatchedBy.NAME)
    assert (named.occupation, named.matched_by) == ("kzis:operator-bez-kodu", MatchedBy.NAME)
    assert coded.is_derived("occupation")
    assert not coded.is_derived("value")


def test_an_occupation_that_no_record_describes_stays_on_the_list_without_a_link(made):
    alone = made["labour:men-2026-zawod-spoza-tabel"]

    assert (alone.occupation, alone.field, alone.matched_by) == ("", "zawód spoza tabel", None)
    assert made["labour:men-2026"].value == 2


def test_a_list_without_a_source_is_refused():
    with pytest.raises(ValueError, match="2031 has no source"):
        list(labour.forecast({"lists": {"2031": []}}, {}))


def test_graduates_keep_the_last_cohorts_and_no_empty_cell(made):
    assert made["labour:ela-2023-1-pay"].value == 4898.38
    assert made["labour:ela-2023-1-pay"].sample == 100
    assert not {key for key in made if "2010" in key or "unemployed" in key}


def test_a_figure_of_a_group_says_which_codes_it_covers(made):
    pay = made["labour:pay-testowa"]

    assert (pay.code_prefix, pay.matched_by, pay.occupation) == ("9", MatchedBy.GROUP, "")
    assert pay.freshness(date(2025, 10, 31)) is Freshness.FRESH
    assert pay.freshness(date(2025, 11, 1)) is Freshness.PAST


def test_every_figure_of_the_snapshot_has_source_licence_date_limits_and_three_languages():
    figures = [record for record in load() if isinstance(record, LabourFact)]

    assert len(figures) == 126
    for figure in figures:
        assert figure.source.licence.has(Language.UK), figure.id
        assert figure.use_by.warn, figure.id
        assert figure.as_of[:4] >= "2023", figure.id
        assert figure.caveats, figure.id
        assert all(caveat.has(language) for caveat in figure.caveats for language in Language), figure.id
        assert set(figure.translations) == {Language.EN, Language.UK}, figure.id
        assert figure.source_of("value").confidence is not Confidence.OWN, figure.id


def test_both_national_lists_are_whole_and_every_occupation_of_them_is_joined():
    figures = [record for record in load() if isinstance(record, LabourFact) and record.source.key == "men-forecast"]
    joined = {year: sum(f.period == year and bool(f.occupation) for f in figures) for year in ("2025", "2026")}
    told = {f.period: f.value for f in figures if not f.field}

    assert joined == told == {"2025": 35, "2026": 34}
