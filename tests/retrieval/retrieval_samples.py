"""Made-up records: small, and never mistaken for real ones."""

from typing import Any

from register.library import AnyRecord, parse_record

MADE_UP = [{"sources": ["made-up"], "confidence": "own", "retrieved": "2026-11-20"}]


def record(record_type: str, record_id: str, name: str, **fields: Any) -> AnyRecord:
    common = {"url": "https://example.org/testowa", "provenance": MADE_UP}
    return parse_record({"record_type": record_type, "id": record_id, "name": name, **common, **fields})


def qualification(record_id: str, name: str, **fields: Any) -> AnyRecord:
    return record("qualification", record_id, name, **fields)


PROGRAMMER = record(
    "occupation",
    "kzis:999001",
    "technik programista testowy",
    code="999001",
    feminine="techniczka programistka testowa",
    full_prk_level=4,
    aliases={"pl": ["koder gier"], "en": ["game programmer"], "uk": ["програміст"]},
    tasks=["pisanie kodu aplikacji", "testowanie programów"],
    qualifications=[["zrk:XYZ.01"]],
)
CODING = qualification(
    "zrk:XYZ.01",
    "Programowanie testowych aplikacji",
    code="XYZ.01",
    kind="partial",
    category="school",
    prk_level=5,
    status="included",
    volume_hours=300,
    outcome_sets=[{"title": "Testowe bazy danych", "code": "XYZ.01.2", "outcomes": [{"text": "zna SQL"}]}],
)
PRINTING = qualification(
    "zrk:91234",
    "Obsługa testowej drukarki 3D",
    register_id=91234,
    kind="partial",
    category="market",
    prk_level=3,
    status="functioning",
    volume_hours=80,
    summary={"pl": "Przygotowanie modelu i wydruk przestrzenny."},
)
BOOKKEEPING = qualification(
    "zrk:91235",
    "Prowadzenie testowej księgowości",
    kind="partial",
    category="market",
    prk_level=4,
    status="functioning",
    aliases={"pl": ["księgowa", "rachunkowość"]},
)
DEGREE = qualification("zrk:91236", "Testowa informatyka, I stopień", kind="full", category="degree", prk_level=6)
BODY = record(
    "institution",
    "inst:testowa",
    "Testowa Komisja w Łodzi",
    roles=["awarding"],
    city="Łódź",
    regions=["łódzkie"],
    qualifications=["zrk:91235"],
)
NATIONAL = record("institution", "inst:krajowa", "Krajowa Testowa Agencja", roles=["quality"], regions=["kraj"])
RULE = record(
    "system_fact",
    "fact:kurs",
    "Kurs a kwalifikacja (testowa zasada)",
    fact_kind="concept",
    topic="pojęcia",
    title={"pl": "Kurs a kwalifikacja", "en": "Course and qualification"},
    text={"pl": "Kurs to nauka, kwalifikacja to potwierdzony wynik."},
    questions={"pl": ["czym się różni kurs od kwalifikacji"]},
)
PAY = record(
    "labour_fact",
    "labour:testowa",
    "Testowa mediana",
    topic="pay",
    value=1.5,
    unit="zł",
    source={
        "key": "test",
        "name": "Testowe źródło",
        "url": "https://example.org",
        "licence": {"pl": "testowa licencja"},
    },
    matched_by="id",
    territory={"teryt": "10", "level": "voivodeship", "name": "łódzkie"},
    occupation="kzis:999001",
    field="informatyka",
    period="2026",
)
ALL = (PROGRAMMER, CODING, PRINTING, BOOKKEEPING, DEGREE, BODY, NATIONAL, RULE, PAY)
