"""Whether a message asks where money for learning comes from, and of whom."""

from dataclasses import dataclass

from assistant.models.embedded.asked.entitlements import has
from retrieval.analysis import analyse, fold

MONEY, OF_EMPLOYERS, BASE = "fact:C-pieniadze-na-walidacje", "fact:S-kfs", "fact:S-bur"
OF_FUNDING = (MONEY, OF_EMPLOYERS, BASE)
"""The rules on where money may come from."""
FEES_OF_INSTITUTIONS = frozenset({"fact:R098", "fact:R099", "fact:S-oplaty-instytucji"})


@dataclass(frozen=True, slots=True)
class Funding:
    """``office`` and ``employer`` tell whom the money is hoped from, ``jobless`` that nobody employs who asks."""

    office: bool = False
    employer: bool = False
    jobless: bool = False


def funding_in(message: str) -> Funding | None:
    """Return whom money for learning is hoped from; ``None`` where it is not asked for, or a fund is asked about."""
    said = [fold(word.surface) for word in analyse(message, max_words=200).words]
    office = has(said, "office")
    if not (has(said, "funding") or (office and has(said, "courses"))) or has(said, "named_fund"):
        return None
    return Funding(office, has(said, "employer"), has(said, "jobless"))


def asks_as_institution(message: str) -> bool:
    """Tell whether somebody asks as one who awards qualifications or wants to."""
    return has([fold(word.surface) for word in analyse(message, max_words=200).words], "institution")
