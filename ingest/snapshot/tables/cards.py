"""Single records seen on cards and notices: they add what the tables leave empty."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from ingest.addresses import qualification_url
from ingest.snapshot.tables.market import KIND_SOURCE, STATUS, validity
from ingest.snapshot.tables.sourcing import Draft, Source, addresses
from register.vocabulary import Confidence

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_CONFIDENCE = {
    "kwalifikacje.gov.pl": Confidence.REGISTER,
    "lex.pl": Confidence.LAW,
    "prawo.pl": Confidence.LAW,
    "infor.pl": Confidence.LAW,
    "zpe.gov.pl": Confidence.SECONDARY,
}
_ABOUT_PART = re.compile(r"^PRK \d podano dla")
_PARTS_AGAIN = ("kwalifikacje składowe", "do dyplomu technika")
Card = Mapping[str, Any]


def add_cards(cards: Iterable[Card], drafts: Mapping[str, Draft]) -> tuple[str, ...]:
    """Merge cards into the drafts they belong to; return those that belong to none."""
    by_key = _keys(drafts.values())
    unplaced = []
    for card in cards:
        found = (by_key[key] for key in _card_keys(card) if key in by_key)
        if draft := next(found, None):
            _merge(draft, card)
        else:
            unplaced.append(f"{card.get('name') or 'bez nazwy'} ({card.get('code_or_id')})")
    return tuple(unplaced)


def card_source(card: Card) -> Source:
    """Return the source of a card, as strong as the place it was seen at."""
    named = addresses(unescape(card["source_url"] or ""))
    strength = (grade for place, grade in _CONFIDENCE.items() if any(place in name for name in named))
    dated = str(card.get("date_included") or "")
    confidence = next(strength, Confidence.SINGLE_SECONDARY)
    return Source(named, confidence, as_of=dated if _DATE.match(dated) else None)


def _merge(draft: Draft, card: Card) -> None:
    source = card_source(card)
    entry = card.get("entry_requirements") or ""
    dated = str(card.get("date_included") or "")
    term, _, renewal = (card.get("validity") or "").partition("; ")
    draft.fill(
        source,
        status=STATUS.get(re.sub(r" \(.*", "", card.get("status") or "")),
        included_on=dated if _DATE.match(dated) else None,
        document=card.get("document"),
        volume_hours=card.get("volume_hours"),
        prk_level=None if _ABOUT_PART.match(card.get("extra") or "") else card.get("prk_level"),
        category="market" if (card.get("category") or "").startswith("wolnorynkowe") else None,
        register_id=_register_id(card),
    )
    draft.fill(source, entry_conditions="" if entry.startswith(_PARTS_AGAIN) else entry)
    if draft.values.get("category") == "market":
        draft.fill(KIND_SOURCE, kind="partial")
    if "validity" not in draft.values:
        draft.put(source, validity=validity(term, renewal))
    draft.values["url"] = qualification_url(draft.values.get("register_id"), draft.values["name"])


def _keys(drafts: Iterable[Draft]) -> dict[str, Draft]:
    keys: dict[str, Draft] = {}
    for draft in drafts:
        values = draft.values
        named = (draft.id, values.get("notice"), values.get("code"), values["name"].casefold())
        keys.update({str(key): draft for key in (*named, values.get("register_id")) if key})
    return keys


def _card_keys(card: Card) -> tuple[str, ...]:
    written = card.get("code_or_id") or ""
    codes = re.findall(r"M\.P\. \d{4} poz\. \d+|[A-Z]{3}\.\d{2}|\d{6}|\d{5}", written)
    return (*codes, (card.get("name") or "").casefold())


def _register_id(card: Card) -> int | None:
    found = re.match(r"(\d{5}) \(id", card.get("code_or_id") or "")
    return int(found[1]) if found else None
