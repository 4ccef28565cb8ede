"""The register's own words for kinds, categories, statuses and roles, as its generations write them."""

from collections.abc import Mapping

from register.vocabulary import (
    InstitutionRole,
    QualificationCategory,
    QualificationKind,
    QualificationStatus,
)

KINDS: Mapping[str, QualificationKind] = {
    "1": QualificationKind.FULL,
    "2": QualificationKind.PARTIAL,
    "pełna": QualificationKind.FULL,
    "cząstkowa": QualificationKind.PARTIAL,
    "full": QualificationKind.FULL,
    "partial": QualificationKind.PARTIAL,
}
STATUSES: Mapping[str, QualificationStatus] = {
    "2": QualificationStatus.FUNCTIONING,
    "włączona": QualificationStatus.INCLUDED,
    "włączona funkcjonująca": QualificationStatus.FUNCTIONING,
    "funkcjonująca": QualificationStatus.FUNCTIONING,
    "zawieszona": QualificationStatus.SUSPENDED,
    "archiwalna": QualificationStatus.ARCHIVED,
}
# Stems, tried in order: the portal's wordings differ by generation and case.
CATEGORY_STEMS: tuple[tuple[str, QualificationCategory], ...] = (
    ("wolnorynkow", QualificationCategory.MARKET),
    ("rynkow", QualificationCategory.MARKET),
    ("sektorow", QualificationCategory.SECTORAL),
    ("rzemie", QualificationCategory.CRAFT),
    ("branżow", QualificationCategory.SCHOOL),
    ("zawodow", QualificationCategory.SCHOOL),
    ("artystyczn", QualificationCategory.ARTISTIC_SCHOOL),
    ("podyplomow", QualificationCategory.POSTGRADUATE),
    ("studi", QualificationCategory.DEGREE),
    ("uregulowan", QualificationCategory.REGULATED),
    ("ogóln", QualificationCategory.GENERAL),
)
CATEGORY_IDS: Mapping[str, QualificationCategory] = {"6": QualificationCategory.CRAFT}
ROLE_STEMS: tuple[tuple[str, InstitutionRole], ...] = (
    ("certyfik", InstitutionRole.AWARDING),
    ("pzzj", InstitutionRole.QUALITY),
    ("zapewniani", InstitutionRole.QUALITY),
    ("wniosko", InstitutionRole.APPLICANT),
    ("minist", InstitutionRole.AUTHORITY),
)


def category_of(words: str) -> QualificationCategory | None:
    """Read a category from its id or from how a portal words it; ``None`` for words not known."""
    folded = words.casefold().strip()
    named = (category for stem, category in CATEGORY_STEMS if stem in folded)
    return CATEGORY_IDS.get(folded) or next(named, None)


def role_of(words: str) -> InstitutionRole | None:
    """Read an institution's role; ``None`` for words not known."""
    folded = words.casefold()
    return next((role for stem, role in ROLE_STEMS if stem in folded), None)
