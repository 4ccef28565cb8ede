"""Evidence: what a tool hands to the chat model, addressed by a handle and never by an address of the web."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

from register.vocabulary import RecordType

Handle = Annotated[str, StringConstraints(pattern=r"^[a-z]\d{1,3}$")]


class Evidence(BaseModel):
    """One record as the turn sees it.

    ``handle`` is unique within a conversation; ``facts`` are the record's fields as plain JSON, so that a
    check can compare figures; ``as_of`` is an ISO date or a year.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    handle: Handle
    kind: RecordType
    record_id: str
    title: str
    url: str
    as_of: str
    text: str
    facts: dict[str, Any] = {}
