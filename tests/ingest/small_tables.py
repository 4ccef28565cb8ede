"""Made-up tables in the shape of the collected facts: small enough to read, one case of each kind."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

IBE = "https://github.com/tzoltak/MLASZdane/blob/master/data/kzsb.RData"
TREE = "KZiS 2023, znacznik S (github example)"
CLASSIFICATION = f"{IBE} ; {TREE}"
SCHOOL = [
    "occupation_code",
    "occupation_name",
    "branch_code",
    "branch_name",
    "school_types",
    "full_qualification_prk_level",
    "qualification_codes",
    "partial_levels",
    "policealna_years",
    "kkz_allowed",
    "entry_restrictions",
    "kzis2023_school_flag",
    "notes",
    "source_urls",
    "confidence",
]
LINKS = ["occupation_code", "occupation_name", "qualification_codes", "source_urls", "confidence"]
PARTS = [
    "qualification_code",
    "qualification_name",
    "branch_code",
    "branch_name",
    "prk_level_partial",
    "prk_basis",
    "occupation_codes",
    "learning_outcome_set_titles",
    "minimum_hours",
    "register_id",
    "notes",
    "source_urls",
    "confidence",
]
MARKET = [
    "name",
    "category",
    "register_id",
    "register_id_alt",
    "prk_level",
    "sectoral_framework",
    "mp_year",
    "mp_position",
    "date_included",
    "certificate_validity",
    "renewal_conditions",
    "volume_hours",
    "certifying_institutions",
    "entry_conditions",
    "learning_outcome_set_titles",
    "kzis_codes",
    "url",
    "notes",
    "source_urls",
    "confidence",
]
OTHER = [
    "name",
    "category",
    "document",
    "prk_level",
    "prk_basis",
    "full_or_partial",
    "awarding_institution",
    "notes",
    "source_urls",
    "confidence",
]
PLACES = ["name", "type", "city", "region", "qualifications_or_scope", "notes", "source_urls", "confidence"]
RIASEC = ["kzis_code", "kzis_name", "R", "I", "A", "S", "E", "C", "how", "top3"]

Rows = Iterable[dict[str, str]]

SCHOOL_ROWS: Sequence[dict[str, str]] = (
    {
        "occupation_code": "311111",
        "occupation_name": "technik testowy",
        "branch_code": "TST",
        "branch_name": "testowa",
        "school_types": "BS II, technikum",
        "full_qualification_prk_level": "IV",
        "qualification_codes": "TST.01 TST.02",
        "partial_levels": "1x4 1x3",
        "kkz_allowed": "tak",
        "kzis2023_school_flag": "S",
        "notes": "nabór od: 2019/2020; kod do sprawdzenia",
        "source_urls": f"{CLASSIFICATION} ; https://example.org/szkola",
        "confidence": "secondary",
    },
    {
        "occupation_code": "711611",
        "occupation_name": "robotnik testowy",
        "school_types": "BS I",
        "full_qualification_prk_level": "III",
        "partial_levels": "1x3",
        "kkz_allowed": "nie",
        "kzis2023_school_flag": "S",
        "source_urls": CLASSIFICATION,
        "confidence": "secondary",
    },
    {
        "occupation_code": "343299",
        "occupation_name": "artysta testowy",
        "school_types": "szkoła artystyczna",
        "full_qualification_prk_level": "V",
        "kzis2023_school_flag": "S",
        "source_urls": CLASSIFICATION,
        "confidence": "secondary",
    },
    {
        "occupation_name": "operator bez kodu",
        "school_types": "szkoła policealna",
        "policealna_years": "1.5",
        "notes": "kod niewidziany",
        "source_urls": "https://example.org/prognoza",
        "confidence": "single-secondary",
    },
)
WITHDRAWN_ROWS: Sequence[dict[str, str]] = (
    {
        "occupation_code": "311222",
        "occupation_name": "technik dawny",
        "notes": "nabór zakończony 2016/2017",
        "source_urls": IBE,
        "confidence": "secondary",
    },
)
LINK_ROWS: Sequence[dict[str, str]] = (
    {
        "occupation_code": "311111",
        "occupation_name": "technik testowy",
        "qualification_codes": "(TST.01 albo TST.03) + TST.02",
        "source_urls": "https://github.com/adrwis/kariera/szkoly.json",
        "confidence": "single-secondary",
    },
    {
        "occupation_name": "technik całkiem nowy",
        "qualification_codes": "TST.04",
        "source_urls": "https://example.org/nabor",
        "confidence": "single-secondary",
    },
)
PART_ROWS: Sequence[dict[str, str]] = (
    {
        "qualification_code": "TST.01",
        "qualification_name": "Sprawdzanie prostych rzeczy",
        "branch_code": "TST",
        "branch_name": "testowa",
        "prk_level_partial": "3",
        "prk_basis": "derived",
        "occupation_codes": "311111",
        "learning_outcome_set_titles": "TST.01.2 Podstawy sprawdzania",
        "source_urls": "https://example.org/tst1",
        "confidence": "single-secondary",
    },
    {
        "qualification_code": "TST.02",
        "qualification_name": "Stara nazwa",
        "prk_level_partial": "4",
        "prk_basis": "seen",
        "register_id": "13999",
        "notes": "włączona 2019-09-01",
        "source_urls": "https://kwalifikacje.gov.pl/zrk2/current/public/kwalifikacja/13999&pdf=true",
        "confidence": "register",
    },
)
MORE_PART_ROWS: Sequence[dict[str, str]] = (
    {
        "qualification_code": "TST.02",
        "qualification_name": "Nowa nazwa",
        "notes": "SPRZECZNE z wcześniejszą tabelą",
        "source_urls": "https://example.org/tst2",
        "confidence": "single-secondary",
    },
    *(
        {
            "qualification_code": code,
            "notes": "nazwa niewidziana; nowy kod od 2026/27",
            "source_urls": "https://example.org/nabor",
            "confidence": "single-secondary",
        }
        for code in ("TST.03", "TST.04")
    ),
)
MARKET_ROWS: Sequence[dict[str, str]] = (
    {
        "name": "Testowanie materacy",
        "category": "wolnorynkowa (dawniej rynkowa)",
        "register_id": "12999",
        "register_id_alt": "99",
        "prk_level": "4",
        "sectoral_framework": "6 (nazwa sektora ucięta)",
        "mp_year": "2018",
        "mp_position": "77",
        "certificate_validity": "5 lat",
        "renewal_conditions": "ponowna walidacja",
        "volume_hours": "190 (90 kurs + 100 praca własna)",
        "certifying_institutions": "Fundacja Testowa | Ktoś Inny (opisuje)",
        "url": "https://kwalifikacje.gov.pl/zrk2/current/public/kwalifikacja/12999&pdf=true",
        "notes": "skrót: TM; status: włączona funkcjonująca; PZZJ: Jakość Testowa",
        "source_urls": "https://kwalifikacje.gov.pl/zrk2/current/public/kwalifikacja/12999&pdf=true",
        "confidence": "register",
    },
    {
        "name": "Próbnik - dyplom mistrzowski",
        "category": "dyplom mistrzowski (w obwieszczeniu rynkowa; dziś: rzemieślnicza wg portalu - wniosek)",
        "mp_year": "2019",
        "mp_position": "5",
        "prk_level": "5",
        "certificate_validity": "bezterminowo",
        "source_urls": "https://www.prawo.pl/akty/x.html",
        "confidence": "law",
    },
    {
        "name": "Kwalifikacja z samym numerem",
        "category": "niewidziana (adres k?id_kw)",
        "register_id": "12998",
        "url": "https://kwalifikacje.gov.pl/k?id_kw=12998",
        "source_urls": "public code repository",
        "confidence": "single-secondary",
    },
    {
        "name": "Kwalifikacja bez źródła",
        "category": "wolnorynkowa",
        "source_urls": "(no address kept: leave out)",
        "confidence": "single-secondary",
    },
)
OTHER_ROWS: Sequence[dict[str, str]] = (
    {
        "name": "zawód nauczany w branżowej szkole I stopnia",
        "category": "szkolnictwo branżowe",
        "document": "dyplom zawodowy",
        "prk_level": "III",
        "prk_basis": "seen",
        "full_or_partial": "pełna",
        "awarding_institution": "komisja testowa",
        "notes": "wyjątki: IV",
    },
    {
        "name": "zawód na poziomie technika",
        "category": "szkolnictwo branżowe",
        "document": "dyplom zawodowy",
        "prk_level": "IV",
        "prk_basis": "seen",
        "full_or_partial": "pełna",
        "awarding_institution": "komisja testowa",
    },
    {
        "name": "kwalifikacja wyodrębniona w zawodzie (formuła 2019)",
        "category": "szkolnictwo branżowe",
        "document": "certyfikat kwalifikacji zawodowej",
        "prk_level": "2-5",
        "prk_basis": "seen",
        "full_or_partial": "cząstkowa",
        "awarding_institution": "komisja testowa",
    },
    {
        "name": "artysta testowy (343299)",
        "category": "artystyczne",
        "document": "dyplom (nazwa niewidziana)",
        "prk_level": "V",
        "prk_basis": "seen",
        "full_or_partial": "pełna",
        "awarding_institution": "szkoła testowa",
    },
    {
        "name": "matura próbna",
        "category": "ogólne",
        "document": "świadectwo",
        "prk_level": "IV",
        "prk_basis": "derived",
        "full_or_partial": "pełna",
        "awarding_institution": "izba rzemieślnicza",
        "notes": "poziom wywnioskowany: z tytułu",
    },
    {"name": "uprawnienie testowe", "category": "uregulowane odrębnymi przepisami"},
)
PLACE_ROWS: Sequence[dict[str, str]] = (
    {
        "name": "Okręgowa Komisja Egzaminacyjna w Wrocławiu",
        "type": "OKE (instytucja certyfikująca w oświacie)",
        "city": "Wrocław",
        "region": "dolnośląskie, opolskie",
        "source_urls": "https://example.org/oke",
    },
    {"name": "Fundacja Testowa", "type": "IC", "source_urls": "https://example.org/ft (shortened address)"},
    {"name": "Jakość Testowa", "type": "PZZJ", "source_urls": "https://example.org/jt"},
    {
        "name": "izby rzemieślnicze",
        "type": "IC dyplomów i świadectw rzemieślniczych",
        "region": "16 województw",
        "qualifications_or_scope": "egzaminy (12999)",
        "source_urls": "https://example.org/izby",
    },
    {"name": "Bez Źródła", "type": "IC", "source_urls": "adres źródła nie zapisany"},
)
MORE_PLACE_ROWS: Sequence[dict[str, str]] = (
    {
        "name": "izby rzemieślnicze",
        "type": "izby rzemieślnicze (kwalifikacje rzemieślnicze)",
        "qualifications_or_scope": "egzamin czeladniczy",
        "notes": "wiersz dodaje kwalifikację",
        "source_urls": "https://example.org/karta",
    },
)
CARDS = (
    {
        "name": "Testowanie materacy",
        "code_or_id": "12999 (id w ZRK)",
        "category": "wolnorynkowe (cząstkowa)",
        "status": "funkcjonująca (EN: in operation)",
        "date_included": "2021-02-19",
        "document": "Certyfikat",
        "prk_level": 4,
        "entry_requirements": "18 lat",
        "validity": "3 lata; nowy egzamin",
        "source_url": "https://kwalifikacje.gov.pl/x&amp;pdf=true",
    },
    {
        "name": "Technik testowy",
        "code_or_id": "12911 (id_kw)",
        "entry_requirements": "kwalifikacje składowe: TST.01.",
        "source_url": "public code: fixture",
    },
    {"name": None, "code_or_id": "13402 (id w ZRK)", "source_url": "https://kwalifikacje.gov.pl/y"},
)
FACTS = (
    {
        "key": "R001",
        "kind": "rule",
        "topic": "egzamin",
        "title": {"pl": "Próg testowy", "en": "Test threshold"},
        "text": {"pl": "Próg testowy to 50%."},
        "questions": ["jaki jest próg?"],
        "related": ["C-test", "R999", "inst:fundacja-testowa"],
        "valid_from": "2020",
        "sources": ["https://blog.example.org/x", "https://www.oke.example.pl/y"],
        "confidence": "secondary",
    },
    {
        "key": "C-test",
        "kind": "concept",
        "topic": "egzamin",
        "title": {"pl": "Pojęcie testowe"},
        "text": {"pl": "To jest pojęcie."},
        "sources": ["ustawa testowa, Dz.U. 2024 poz. 1606"],
        "confidence": "law",
    },
)
OCCUPATION_TEXTS = (
    {
        "code": "311111",
        "name": "technik testowy",
        "feminine": "techniczka testowa",
        "en": "test technician",
        "uk": "тестовий технік",
        "everyday": ["tester"],
        "everyday_en": ["tester"],
        "summary": {"pl": "Praca polega na sprawdzaniu."},
        "tasks": ["sprawdzanie rzeczy"],
    },
    {"code": None, "name": "technik całkiem nowy", "en": "brand new technician", "everyday": ["nowość"]},
)
QUALIFICATION_TEXTS = (
    {"code": "12999", "name": "Testowanie materacy", "en": "Mattress testing", "summary": {"pl": "O materacach."}},
    {"code": None, "name": "matura próbna", "en": "mock exam", "everyday": ["próbna"]},
    {"code": None, "name": "artysta testowy (343299)", "en": "not this one", "everyday": ["sztuka"]},
)
INTERESTS = (
    {"kzis_code": "311111", "how": "esco_same_unit_group", **dict.fromkeys("RIASEC", "2.5")},
    {"kzis_code": "711611", "how": "none"},
)

FORECAST = {
    "lists": {
        "2025": [{"zawod": "technik testowy", "kzis_code": "311111"}],
        "2026": [
            {"zawod": "operator bez kodu", "kzis_code": None},
            {"zawod": "zawód spoza tabel", "kzis_code": None},
        ],
    }
}
ELA = ["PL_ROKDYP", "PL_POZIOM", "PL_N", "PL_ME_ZAR_P1", "PL_CZAS_PRACA", "PL_CZY_BEZR_P1"]
ELA_ROWS = [
    {"PL_ROKDYP": "2010", "PL_POZIOM": "1", "PL_N": "9", "PL_ME_ZAR_P1": "1"},
    {"PL_ROKDYP": "2023", "PL_POZIOM": "1", "PL_N": "100", "PL_ME_ZAR_P1": "4898,38", "PL_CZAS_PRACA": "3,15"},
]
PAY_FACTS = [
    {
        "key": "testowa",
        "name": {"pl": "Testowa płaca grupy", "en": "Test pay of a group", "uk": "Тестова плата групи"},
        "value": 100.5,
        "unit": "zł",
        "period": "2024-10",
        "as_of": "2024-10",
        "sources": ["https://example.org/placa"],
        "confidence": "single-secondary",
        "source": {"key": "test-pay", "name": "Testowe źródło płac", "licence": {"pl": "testowa licencja"}},
        "caveats": [{"pl": "Testowe zastrzeżenie."}],
        "use_by": {"warn": "2025-11-01"},
        "field": "testowa grupa",
        "code_prefix": "9",
    }
]


def write_tables(folder: Path) -> None:
    """Write all tables below ``folder``."""
    facts, texts = folder / "facts", folder / "texts"
    named = {"source_urls": "https://example.org", "confidence": "secondary"}
    for name, columns, rows in (
        ("school_occupations", SCHOOL, SCHOOL_ROWS),
        ("withdrawn_occupations", SCHOOL, WITHDRAWN_ROWS),
        ("occupation_links", LINKS, LINK_ROWS),
        ("school_qualifications", PARTS, PART_ROWS),
        ("school_qualifications_more", PARTS, MORE_PART_ROWS),
        ("market_qualifications", MARKET, MARKET_ROWS[:2]),
        ("market_qualifications_more", MARKET, MARKET_ROWS[2:]),
        ("higher_and_other", OTHER, [{**named, **row} for row in OTHER_ROWS]),
        ("institutions", PLACES, [{**named, **row} for row in PLACE_ROWS]),
        ("institutions_more", PLACES, [{**named, **row} for row in MORE_PLACE_ROWS]),
    ):
        _write(facts / f"{name}.tsv", columns, rows, "\t")
    _write(folder / "data" / "riasec" / "riasec_by_kzis_derived.csv", RIASEC, INTERESTS, ",")
    _write(folder / "data" / "ela" / "graduates-national.csv", ELA, ELA_ROWS, ";")
    (folder / "data" / "forecast").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "forecast" / "national_2025_2026.json").write_text(json.dumps(FORECAST), encoding="utf-8")
    _write_lines(texts / "pay.jsonl", PAY_FACTS)
    _write_lines(facts / "records.jsonl", CARDS)
    _write_lines(texts / "facts.jsonl", FACTS)
    _write_lines(texts / "occupations_1.jsonl", OCCUPATION_TEXTS)
    _write_lines(texts / "qualifications.jsonl", QUALIFICATION_TEXTS)


def _write(path: Path, columns: Sequence[str], rows: Rows, separator: str) -> None:
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(separator.join(line) + "\n" for line in lines), encoding="utf-8")


def _write_lines(path: Path, items: Iterable[object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
