"""Hypothesis strategies for records: anything the model allows."""

from datetime import date

from hypothesis import strategies as st

from register.facts import FigureSource, LabourFact, SystemFact, Territory
from register.institution import Institution
from register.occupation import Occupation, Riasec
from register.qualification import BodyRef, Criterion, Outcome, OutcomeSet, Qualification, Validity
from register.record import Link, LocalText, Provenance
from register.vocabulary import (
    Confidence,
    InstitutionRole,
    LabourTopic,
    Language,
    MatchedBy,
    QualificationCategory,
    QualificationKind,
    QualificationStatus,
    SystemFactKind,
)

texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=12)
words = st.one_of(texts, st.sampled_from(['{"', "}", 'ą "ć"', "Київ", "a\nb", "\u2028x", "🙂"]))
maybe = st.one_of(st.just(""), words)
keys = st.from_regex(r"[a-zA-Z0-9.-]{1,10}", fullmatch=True)
lists = st.lists(words, max_size=2).map(tuple)
local_texts = st.builds(LocalText, pl=words, en=st.none() | words, uk=st.none() | words)
addresses = keys.map(lambda key: f"https://example.org/{key}")
levels = st.none() | st.integers(1, 8)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
provenances = st.builds(
    Provenance,
    fields=st.just(("*",)),
    sources=st.lists(words, min_size=1, max_size=2).map(tuple),
    confidence=st.sampled_from(Confidence),
    retrieved=days,
    as_of=st.none() | days.map(str) | st.just("2024"),
    derived=st.booleans(),
    note=maybe,
)
shared = {
    "name": words,
    "translations": st.dictionaries(st.sampled_from(Language), words, max_size=2),
    "aliases": st.dictionaries(st.sampled_from(Language), lists, max_size=2),
    "summary": st.none() | local_texts,
    "url": addresses,
    "provenance": st.lists(provenances, min_size=1, max_size=2).map(tuple),
}
choices = st.lists(st.lists(keys.map("zrk:{}".format), min_size=1, max_size=2).map(tuple), max_size=2).map(tuple)
outcome_sets = st.builds(
    OutcomeSet,
    title=words,
    code=maybe,
    outcomes=st.lists(
        st.builds(Outcome, text=words, criteria=st.lists(st.builds(Criterion, text=words), max_size=1).map(tuple)),
        max_size=1,
    ).map(tuple),
)
bodies = st.lists(st.builds(BodyRef, name=words, note=maybe), max_size=1).map(tuple)
qualifications = st.builds(
    Qualification,
    **shared,
    id=keys.map("zrk:{}".format),
    register_id=st.none() | st.integers(1, 99999),
    code=maybe,
    notice=st.sampled_from(["", "M.P. 2018 poz. 1220"]),
    kind=st.none() | st.sampled_from(QualificationKind),
    category=st.none() | st.sampled_from(QualificationCategory),
    status=st.none() | st.sampled_from(QualificationStatus),
    prk_level=levels,
    included_on=st.none() | days,
    validity=st.none()
    | st.builds(Validity, text=words, years=st.none() | st.integers(1, 20), indefinite=st.booleans()),
    volume_hours=st.none() | st.integers(0, 9999),
    tasks=lists,
    outcome_sets=st.lists(outcome_sets, max_size=1).map(tuple),
    awarding_bodies=bodies,
    parts=choices,
    links=st.lists(st.builds(Link, title=words, url=addresses), max_size=1).map(tuple),
    raw=st.dictionaries(words, st.none() | st.booleans() | st.integers(-9, 9) | words, max_size=2),
)
interest = st.floats(1, 7, allow_nan=False)
occupations = st.builds(
    Occupation,
    **shared,
    id=keys.map("kzis:{}".format),
    code=st.just("") | st.from_regex(r"[0-9]{6}", fullmatch=True),
    classification_year=st.none() | st.integers(2004, 2030),
    feminine=maybe,
    school_occupation=st.booleans(),
    withdrawn=st.booleans(),
    full_prk_level=levels,
    kkz_allowed=st.none() | st.booleans(),
    riasec=st.none()
    | st.builds(
        Riasec,
        **dict.fromkeys("riasec", interest),
        matched_by=st.sampled_from(MatchedBy),
        how=words,
    ),
    qualifications=choices,
    qualifications_complete=st.none() | st.booleans(),
)
institutions = st.builds(
    Institution,
    **shared,
    id=keys.map("inst:{}".format),
    roles=st.lists(st.sampled_from(InstitutionRole), max_size=2).map(tuple),
    regions=lists,
)
system_facts = st.builds(
    SystemFact,
    **shared,
    id=keys.map("fact:{}".format),
    fact_kind=st.sampled_from(SystemFactKind),
    topic=words,
    title=local_texts,
    text=local_texts,
    caveat=st.none() | local_texts,
    valid_from=st.sampled_from(["", "2024", "2024-01", "2024-01-31"]),
    questions=st.dictionaries(st.sampled_from(Language), lists, max_size=2),
    related=lists,
)
labour_facts = st.builds(
    LabourFact,
    **shared,
    id=keys.map("labour:{}".format),
    topic=st.sampled_from(LabourTopic),
    value=st.floats(allow_nan=False, allow_infinity=False) | words,
    unit=words,
    territory=st.builds(Territory, teryt=st.just("1261"), level=st.just("powiat"), name=words),
    matched_by=st.none() | st.sampled_from(MatchedBy),
    period=words,
    source=st.builds(
        FigureSource, key=st.just("test"), name=words, url=st.just("https://example.org"), licence=local_texts
    ),
)
records = st.one_of(qualifications, occupations, institutions, system_facts, labour_facts)
