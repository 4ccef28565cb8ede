"""Institution: a body that awards, assures quality, applies, oversees or helps."""

from typing import Literal

from register.record import Record, Text
from register.vocabulary import InstitutionRole, RecordType


class Institution(Record):
    """Instytucja. ``regions`` are names of voivodeships, or ``kraj`` for the whole country."""

    record_type: Literal[RecordType.INSTITUTION] = RecordType.INSTITUTION
    register_id: int | None = None
    roles: tuple[InstitutionRole, ...] = ()
    type_label: str = ""
    city: str = ""
    regions: tuple[Text, ...] = ()
    scope: str = ""
    qualifications: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
