"""From raw JSON of the register to our records, by a mapping kept as data (``mapping.yaml``)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ingest.addresses import INSTITUTION_SEARCH, qualification_url, slug
from ingest.sources.mapping_rules import OUTCOME_SETS, MappingError, check_readers, load_rules
from ingest.sources.outcomes import OutcomeReader
from ingest.sources.values import READERS
from register.library import AnyRecord, RecordError, parse_record
from register.qualification import SCHOOL_CODE

Raw = Mapping[str, Any]
_DEEPEST = 20
_EMPTY: tuple[object, ...] = (None, "", (), {}, [])


@dataclass(slots=True)
class Mapped:
    """Records made, raw ones set aside with the reason, and how often each unknown key came."""

    records: list[AnyRecord] = field(default_factory=list)
    set_aside: list[dict[str, Any]] = field(default_factory=list)
    unknown_keys: Counter[str] = field(default_factory=Counter)


class JsonMapping:
    """The mapping of one kind of record (``qualification`` or ``institution``).

    Raises ``MappingError`` for a mapping file that cannot be used.
    """

    def __init__(self, kind: str, path: Path | None = None) -> None:
        self._kind = kind
        rules = load_rules(path)
        try:
            self._fields: dict[str, dict[str, Any]] = rules[kind]["fields"]
            self._required: list[str] = rules[kind]["required"]
            self._outcomes = OutcomeReader(rules["outcome_set"])
            self._register_ids_from = int(rules["register_ids_from"])
            self._never = tuple(str(word) for word in rules["never"])
            self._known = {key.split(".")[0] for rule in self._fields.values() for key in rule["keys"]}
            check_readers(self._fields)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise MappingError(f"mapping {path or 'mapping.yaml'} is faulty: {error!r}") from error

    def map_all(self, raws: Sequence[Raw], retrieved: date, source: str) -> Mapped:
        """Map raw records; raises ``MappingError`` when not one has what every record must have."""
        mapped = Mapped()
        for raw in raws:
            self._map(raw, retrieved, source, mapped)
        if raws and not mapped.records:
            raise MappingError(self._complaint(raws[0], mapped))
        return mapped

    def _map(self, raw: Raw, retrieved: date, source: str, mapped: Mapped) -> None:
        kept = self._impersonal(raw)
        unknown = {key: value for key, value in kept.items() if key not in self._known}
        mapped.unknown_keys.update(unknown.keys())
        values = self._values(kept)
        try:
            mapped.records.append(self._record(values, unknown, retrieved, source))
        except (RecordError, MappingError) as error:
            mapped.set_aside.append({"reason": str(error), "raw": kept})

    def _record(self, values: dict[str, Any], unknown: Raw, retrieved: date, source: str) -> AnyRecord:
        if missing := [name for name in self._required if name not in values]:
            raise MappingError(f"no {', '.join(missing)}")
        provenance = {"sources": (source,), "confidence": "register", "retrieved": retrieved}
        identity = self._institution(values) if self._kind == "institution" else self._qualification(values)
        raw = {"raw": dict(unknown)} if self._kind == "qualification" else {}
        return parse_record({"record_type": self._kind, **values, **identity, **raw, "provenance": (provenance,)})

    def _qualification(self, values: dict[str, Any]) -> dict[str, Any]:
        number = values.get("api_id")
        if number and number >= self._register_ids_from:
            values.setdefault("register_id", values.pop("api_id"))
        code, register_id = values.get("code", ""), values.get("register_id")
        official = code if re.match(rf"{SCHOOL_CODE}|^\d{{6}}$", code) else ""
        key = register_id or official or (f"api-{number}" if number else "")
        if not key:
            raise MappingError("no id and no official code")
        return {"id": f"zrk:{key}", "url": qualification_url(register_id, values["name"])}

    def _institution(self, values: dict[str, Any]) -> dict[str, Any]:
        if "register_id" not in values:
            raise MappingError("no id")
        return {"id": f"inst:{slug(values['name'])}-{values['register_id']}", "url": INSTITUTION_SEARCH}

    def _values(self, raw: Raw) -> dict[str, Any]:
        values = {}
        for name, rule in self._fields.items():
            found = (_step(raw, key) for key in rule["keys"])
            read = (self._read(rule["as"], value) for value in found if value not in _EMPTY)
            value = next((value for value in read if value not in _EMPTY), None)
            if value is not None:
                values[name] = value
        return values

    def _read(self, reader: str, value: Any) -> Any:
        return self._outcomes.read(value) if reader == OUTCOME_SETS else READERS[reader](value)

    def _impersonal(self, value: Any, depth: int = 0) -> Any:
        """Return a value without what is personal at any level, and without what lies absurdly deep."""
        if isinstance(value, Mapping):
            kept = {key: one for key, one in value.items() if depth < _DEEPEST and not self._is_personal(key)}
            return {key: self._impersonal(one, depth + 1) for key, one in kept.items()}
        if isinstance(value, list):
            return [self._impersonal(one, depth + 1) for one in value] if depth < _DEEPEST else []
        return value

    def _is_personal(self, key: str) -> bool:
        return any(word in key.casefold() for word in self._never)

    def _complaint(self, raw: Raw, mapped: Mapped) -> str:
        wanted = "; ".join(f"{name}: {', '.join(self._fields[name]['keys'])}" for name in self._required)
        reason = mapped.set_aside[0]["reason"]
        seen = ", ".join(sorted(raw)[:20])
        return f"no {self._kind} could be read ({reason}); looked for {wanted}; found the keys {seen}"


def _step(raw: Any, key: str) -> Any:
    for name in key.split("."):
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    return raw
