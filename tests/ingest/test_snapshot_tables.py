"""From tables of facts to records, on made-up tables: what is taken, what is concluded, what stays out."""

import pytest
from small_tables import write_tables

from ingest.snapshot.build import main, make, write
from ingest.snapshot.tables.links import Parts, complete, merge_parts, read_choices
from ingest.snapshot.tables.market import validity
from ingest.snapshot.tables.sourcing import Draft, Source
from register.library import RecordError, parse_json
from register.vocabulary import Confidence

HERE = Source(("https://example.org",), Confidence.SECONDARY)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    tables = tmp_path_factory.mktemp("made")
    write_tables(tables)
    snapshot = make(tables / "facts", tables / "data", tables / "texts")
    write(snapshot, tables / "out")
    lines = (line for path in (tables / "out").glob("*.jsonl") for line in path.read_bytes().splitlines())
    records = {record.id: record for record in map(parse_json, lines)}
    return snapshot, records


@pytest.fixture(scope="module")
def records(made):
    return made[1]


def test_every_row_becomes_a_record(records):
    assert sorted(records) == sorted(
        [
            *("kzis:311111", "kzis:711611", "kzis:343299", "kzis:operator-bez-kodu", "kzis:311222"),
            *("kzis:technik-calkiem-nowy", "zrk:technik-calkiem-nowy"),
            *("zrk:311111", "zrk:711611", "zrk:343299", "zrk:operator-bez-kodu"),
            *("zrk:TST.01", "zrk:TST.02", "zrk:TST.03", "zrk:TST.04"),
            *("zrk:12999", "zrk:12998", "zrk:MP-2019-5", "zrk:matura-probna"),
            "zrk:zawod-nauczany-w-branzowej-szkole-i-stopnia",
            *("zrk:zawod-na-poziomie-technika", "zrk:kwalifikacja-wyodrebniona-w-zawodzie-formula-2019"),
            *("inst:oke-wroclaw", "inst:fundacja-testowa", "inst:jakosc-testowa", "inst:izby-rzemieslnicze"),
            *("fact:R001", "fact:C-test"),
            *("labour:men-2025", "labour:men-2025-311111", "labour:men-2026", "labour:men-2026-operator-bez-kodu"),
            *("labour:men-2026-zawod-spoza-tabel", "labour:pay-testowa"),
            *("labour:ela-2023-1-pay", "labour:ela-2023-1-first-job"),
        ]
    )


def test_what_has_no_source_or_no_name_stays_out_and_is_listed(made):
    assert made[0].left_out == [
        "no source: Bez Źródła",
        "no source: Kwalifikacja bez źródła",
        "no name or table row: bez nazwy (13402 (id w ZRK))",
        "reference of fact:R001: fact:R999",
    ]


def test_an_occupation_its_full_qualification_and_its_parts_point_at_each_other(records):
    occupation, full, part = records["kzis:311111"], records["zrk:311111"], records["zrk:TST.03"]

    assert occupation.full_qualification == "zrk:311111"
    assert occupation.qualifications == full.parts == (("zrk:TST.01", "zrk:TST.03"), ("zrk:TST.02",))
    assert occupation.qualifications_complete is True
    assert full.occupations == part.occupations == ("kzis:311111",)
    assert part.part_of == ("zrk:311111",)


def test_an_occupation_keeps_what_its_sources_say_of_it(records):
    occupation = records["kzis:311111"]

    assert (occupation.classification_year, occupation.isco_group) == (2023, "3111")
    assert occupation.school_types == ("BS II", "technikum")
    assert (occupation.full_prk_level, occupation.kkz_allowed) == (4, True)
    assert occupation.notes == ("nabór od: 2019/2020",)
    assert occupation.riasec.matched_by == "crosswalk"
    assert occupation.is_derived("riasec")
    assert occupation.source_of("branch").as_of == "2020-04"
    assert occupation.source_of("summary").sources == ("KZiS, opis zawodu 311111 (psz.praca.gov.pl, stan 2024-07-10)",)
    assert occupation.source_of("summary").confidence == "own"
    assert occupation.feminine == "techniczka testowa"


def test_what_was_not_seen_stays_empty(records):
    worker, nameless = records["kzis:711611"], records["kzis:operator-bez-kodu"]

    assert worker.isco_group == ""  # 7116 is a group of the Polish classification only
    assert worker.qualifications == ()
    assert worker.qualifications_complete is False  # the classification counts one
    assert worker.riasec is None
    assert (nameless.code, nameless.classification_year, nameless.notes) == ("", None, ())
    assert nameless.post_secondary_years == 1.5
    assert nameless.qualifications_complete is None


def test_a_withdrawn_occupation_has_no_qualification(records):
    gone = records["kzis:311222"]

    assert (gone.withdrawn, gone.school_occupation) == (True, False)
    assert gone.withdrawn_note == "nabór zakończony 2016/2017"
    assert (gone.classification_year, gone.full_qualification) == (2019, "")
    assert "zrk:311222" not in records


def test_a_new_occupation_known_from_links_alone_gets_both_records(records):
    assert records["kzis:technik-calkiem-nowy"].qualifications == (("zrk:TST.04",),)
    assert records["zrk:technik-calkiem-nowy"].parts == (("zrk:TST.04",),)
    assert records["zrk:TST.04"].part_of == ("zrk:technik-calkiem-nowy",)
    assert records["kzis:technik-calkiem-nowy"].translations == {"en": "brand new technician"}


def test_the_document_comes_from_the_row_about_the_type(records):
    technician, worker, part = records["zrk:311111"], records["zrk:711611"], records["zrk:TST.01"]

    assert (technician.document, technician.kind, technician.category) == ("dyplom zawodowy", "full", "school")
    assert "branżowej szkole I stopnia" in worker.source_of("document").note
    assert not worker.is_derived("document")
    assert records["zrk:operator-bez-kodu"].is_derived("document")  # no row speaks of post-secondary schools
    assert (part.document, part.kind) == ("certyfikat kwalifikacji zawodowej", "partial")
    assert [body.name for body in part.awarding_bodies] == ["komisja testowa"]


def test_an_artistic_qualification_is_one_record_of_two_rows(records):
    artist = records["zrk:343299"]

    assert (artist.category, artist.kind, artist.document) == ("artistic_school", "full", "dyplom")
    assert artist.source_of("document").note == "pełnej nazwy dokumentu nie widziano"
    assert artist.aliases == {"pl": ("sztuka",)}


def test_a_code_without_a_name_is_shown_as_one(records):
    part = records["zrk:TST.03"]

    assert part.name == "TST.03"
    assert part.notes == (
        "nowy kod od 2026/27",
        "Nazwy tej kwalifikacji nie widziano w źródłach: znany jest tylko kod.",
    )


def test_of_two_names_the_newer_stands_and_the_older_is_told(records):
    part = records["zrk:TST.02"]

    assert part.name == "Nowa nazwa"
    assert part.source_of("name").note == "starsze źródło podaje nazwę: Stara nazwa"
    assert part.prk_level == 4
    assert not part.is_derived("prk_level")


def test_a_level_by_arithmetic_is_marked_as_derived(records):
    part = records["zrk:TST.01"]

    assert part.is_derived("prk_level")
    assert [(one.code, one.title) for one in part.outcome_sets] == [("TST.01.2", "Podstawy sprawdzania")]
    assert "niepełna" in part.source_of("outcome_sets").note


def test_a_market_qualification_keeps_its_terms(records):
    record = records["zrk:12999"]

    assert (record.register_id, record.api_id, record.notice) == (12999, 99, "M.P. 2018 poz. 77")
    assert (record.category, record.kind, record.status) == ("market", "partial", "functioning")
    assert (record.validity.years, record.validity.renewal) == (5, "ponowna walidacja")
    assert record.volume_hours == 190
    assert "100 praca własna" in record.source_of("volume_hours").note
    assert record.sectoral_framework == "poziom 6 (sektor niewidziany)"
    assert record.short_name == "TM"
    assert [(body.name, body.id, body.note) for body in record.awarding_bodies] == [
        ("Fundacja Testowa", "inst:fundacja-testowa", ""),
        ("Ktoś Inny", None, "opisuje"),
    ]
    assert [body.id for body in record.quality_bodies] == ["inst:jakosc-testowa"]
    assert record.url == "https://kwalifikacje.gov.pl/k?id_kw=12999"
    assert [link.url for link in record.links] == ["https://kwalifikacje.gov.pl/zrk2/current/public/kwalifikacja/12999"]


def test_a_card_fills_what_the_table_leaves_empty_and_nothing_else(records):
    record = records["zrk:12999"]

    assert str(record.included_on) == "2021-02-19"
    assert record.source_of("included_on").confidence == "register"
    assert (record.document, record.entry_conditions) == ("Certyfikat", "18 lat")
    assert record.validity.text == "5 lat"
    assert records["zrk:311111"].register_id == 12911
    assert records["zrk:311111"].url == "https://kwalifikacje.gov.pl/k?id_kw=12911"
    assert records["zrk:311111"].entry_conditions == ""


def test_a_master_diploma_is_a_craft_qualification_by_conclusion(records):
    record = records["zrk:MP-2019-5"]

    assert (record.category, record.document) == ("craft", "dyplom mistrzowski")
    assert record.is_derived("category")
    assert record.validity.indefinite
    assert (
        record.url
        == "https://kwalifikacje.gov.pl/wyszukiwarka-kwalifikacji/?search=Pr%C3%B3bnik%20-%20dyplom%20mistrzowski"
    )


def test_a_category_not_seen_is_not_made_up(records):
    assert records["zrk:12998"].category is None
    assert records["zrk:12998"].kind is None


def test_a_level_by_conclusion_says_from_what(records):
    record = records["zrk:matura-probna"]

    assert record.is_derived("prk_level")
    assert record.source_of("prk_level").note == "poziom wywnioskowany: z tytułu"
    assert record.notes == ()
    assert record.awarding_bodies[0].id == "inst:izby-rzemieslnicze"


def test_a_range_of_levels_is_no_level(records):
    assert records["zrk:kwalifikacja-wyodrebniona-w-zawodzie-formula-2019"].prk_level is None


def test_institutions_know_their_qualifications_and_roles(records):
    board, chambers = records["inst:oke-wroclaw"], records["inst:izby-rzemieslnicze"]

    assert board.name == "Okręgowa Komisja Egzaminacyjna we Wrocławiu"
    assert (board.roles, board.regions) == (("awarding",), ("dolnośląskie", "opolskie"))
    assert chambers.regions == ("kraj",)
    assert chambers.scope == "egzaminy (12999); egzamin czeladniczy"
    assert chambers.qualifications == ("zrk:matura-probna", "zrk:12999")
    assert records["inst:fundacja-testowa"].qualifications == ("zrk:12999",)
    assert records["inst:fundacja-testowa"].url == "https://kwalifikacje.gov.pl/wyszukiwarka-instytucji/"


def test_a_fact_links_to_a_public_body_first_and_to_known_records_only(records):
    rule, concept = records["fact:R001"], records["fact:C-test"]

    assert rule.url == "https://www.oke.example.pl/y"
    assert rule.related == ("fact:C-test", "inst:fundacja-testowa")
    assert rule.as_of == "2020"
    assert rule.translations == {"en": "Test threshold"}
    assert concept.url == "https://dziennikustaw.gov.pl/DU/2024/1606"


def test_no_entitlement_under_other_rules_becomes_a_qualification(records):
    assert not [record for record in records.values() if "uprawnienie" in record.name]


def test_the_command_says_what_it_made(tables, capsys):
    arguments = ["--facts", str(tables / "facts"), "--data", str(tables / "data"), "--out", str(tables / "o")]

    assert main(arguments) == 0
    assert "occupations: 6" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cell", "choices"),
    [
        ("", ()),
        ("INF.03 INF.04", (("INF.03",), ("INF.04",))),
        ("(A albo B)", ((),)),
        ("ROL.06 + (ROL.01 albo ROL.07)", (("ROL.06",), ("ROL.01", "ROL.07"))),
        ("TLO.03 albo TLO.07", (("TLO.03", "TLO.07"),)),
    ],
)
def test_parts_are_read_with_their_choices(cell, choices):
    assert read_choices(cell) == choices


def row(codes: str, confidence: str = "secondary") -> dict[str, str]:
    return {
        "occupation_code": "1",
        "occupation_name": "x",
        "qualification_codes": codes,
        "source_urls": f"https://example.org/{codes[:3]}",
        "confidence": confidence,
    }


def test_the_claim_that_covers_the_others_wins():
    merged = merge_parts([row("AAA.01")], [row("AAA.01 AAA.02", "single-secondary"), row("AAA.02")])

    assert merged["1"].choices == (("AAA.01",), ("AAA.02",))
    assert merged["1"].source.confidence == "single-secondary"


def test_contradicting_claims_stop_the_build_until_a_person_decides():
    with pytest.raises(ValueError, match=r"1: contradicting parts, decide in decisions\.yaml"):
        merge_parts([row("AAA.01 AAA.02")], [row("AAA.03 AAA.02")])


@pytest.mark.parametrize(
    ("choices", "levels", "known"),
    [
        ((("A",), ("B",)), "1x4 1x3", True),
        ((("A",),), "2x4", False),
        ((("A", "B"), ("C",)), "2x4 1x3", True),
        ((("A",), ("B",)), "1x4", None),
        ((("A",),), "", None),
        ((), "1x3", False),
    ],
)
def test_whether_all_parts_are_known_follows_from_the_count(choices, levels, known):
    parts = Parts(choices, HERE) if choices else None

    assert complete(parts, levels) is known


@pytest.mark.parametrize(
    ("words", "years", "indefinite"),
    [("5 lat", 5, False), ("bezterminowo, dopóki", None, True), ("do odwołania", None, False)],
)
def test_validity_is_kept_in_words_and_read_where_it_can_be(words, years, indefinite):
    assert validity(words) == {"text": words, "years": years, "indefinite": indefinite, "renewal": ""}
    assert validity("") is None


def test_two_rows_for_one_id_stop_the_build(tables):
    table = tables / "facts" / "withdrawn_occupations.tsv"
    table.write_text(table.read_text().replace("311222", "311111"))

    with pytest.raises(ValueError, match="two rows make kzis:311111"):
        make(tables / "facts", tables / "data", tables / "texts")


def test_a_reference_that_leads_nowhere_stops_the_build(tables):
    table = tables / "facts" / "school_qualifications.tsv"
    table.write_text(table.read_text().replace("311111", "999999"))

    with pytest.raises(ValueError, match=r"references that lead nowhere.*kzis:999999"):
        write(make(tables / "facts", tables / "data", tables / "texts"), tables / "out")


def test_a_missing_table_is_named(tables):
    (tables / "facts" / "occupation_links.tsv").unlink()

    with pytest.raises(FileNotFoundError, match=r"occupation_links\.tsv"):
        make(tables / "facts", tables / "data", tables / "texts")


def test_a_draft_without_its_name_is_no_record():
    draft = Draft("zrk:1", "qualification")
    draft.put(HERE, prk_level=4)

    with pytest.raises(RecordError, match=r"zrk:1: .*name"):
        draft.record()
