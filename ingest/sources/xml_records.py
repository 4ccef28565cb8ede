"""XML of the older API: parsed with care, its documented fields turned into records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ingest.addresses import qualification_url
from ingest.sources.errors import SourceError
from ingest.sources.values import READERS, clean
from ingest.sources.words import KINDS, STATUSES
from register.library import AnyRecord, RecordError, parse_record
from register.vocabulary import QualificationCategory

# The POL-on number doubles as the category; 2147483647 is an overflow that some degrees carry.
_POLON: Mapping[int, QualificationCategory] = {
    555555555: QualificationCategory.POSTGRADUATE,
    1111111111: QualificationCategory.SCHOOL,
    222222222: QualificationCategory.REGULATED,
    444444444: QualificationCategory.CRAFT,
    333333333: QualificationCategory.GENERAL,
    2147483647: QualificationCategory.DEGREE,
}
_DEGREES = range(1, 14055)


@dataclass(slots=True)
class XmlResult:
    """Records read, and elements set aside with the reason."""

    records: list[AnyRecord] = field(default_factory=list)
    set_aside: list[dict[str, str]] = field(default_factory=list)


def qualification_elements(body: bytes, url: str) -> list[Element]:
    """Return the elements that describe qualifications: those with a ``nazwa``.

    Raises ``SourceError`` for entities and document types, broken or wrongly encoded XML and web pages.
    """
    try:
        root = fromstring(body, forbid_dtd=True)
    except DefusedXmlException as error:
        raise SourceError(f"{url}: refused XML with {type(error).__name__.removesuffix('Forbidden')}") from error
    except (ParseError, ValueError, LookupError) as error:
        raise SourceError(f"{url}: not readable as XML ({error})") from error
    return [element for element in root.iter() if any(child.tag == "nazwa" for child in element)]


def category_of(polon: str) -> QualificationCategory | None:
    """Read the category hidden in the POL-on number; an empty one means a market qualification."""
    written = polon.strip()
    if not written or written.upper() == "NULL":
        return QualificationCategory.MARKET
    if not written.isdecimal():
        return None
    number = int(written)
    return QualificationCategory.DEGREE if number in _DEGREES else _POLON.get(number)


def add_record(element: Element, today: date, source: str, result: XmlResult) -> None:
    """Make a record of an element, or set it aside with the reason."""
    try:
        result.records.append(_record(element, today, source))
    except (RecordError, SourceError) as error:
        result.set_aside.append({child.tag: child.text or "" for child in element} | {"reason": str(error)})


def _record(element: Element, today: date, source: str) -> AnyRecord:
    register_id = READERS["number"](value_of(element, "id"))
    if not register_id:
        raise SourceError("no id")
    name, code = value_of(element, "nazwa"), READERS["code"](value_of(element, "kod")) or ""
    summary = value_of(element, "charakterystyka")
    status = STATUSES.get(value_of(element, "status").casefold())
    return parse_record(
        {
            "record_type": "qualification",
            "id": f"zrk:{register_id}",
            "register_id": register_id,
            "name": name,
            "code": code,
            "kind": KINDS.get(value_of(element, "rodzaj").casefold()),
            "status": status,
            "category": category_of(value_of(element, "polon")),
            "prk_level": READERS["level"](value_of(element, "poziom")),
            "isced": value_of(element, "dziedzina"),
            "pkd": READERS["texts"](value_of(element, "pkd")),
            "summary": {"pl": summary} if summary else None,
            "url": qualification_url(register_id, name),
            "provenance": ({"sources": (source,), "confidence": "register", "retrieved": today},),
        }
    )


def value_of(element: Element, tag: str) -> str:
    """Return the text of a child, without mark-up; an empty one where there is none."""
    child = element.find(tag)
    return clean("".join(child.itertext())) if child is not None else ""
