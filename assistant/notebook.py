"""The notebook of a conversation: what the tools of advice know about the person, kept as JSON with the thread.

A tool never writes into it. It returns an ``Edit``, a function from one notebook to the next, and ``act`` applies
the edits of a round in the order of the calls; so calls that run side by side always end in the same notebook.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, JsonValue, ValidationError

from assistant.advice.profile import Profile
from register.record import Model

_log = logging.getLogger(__name__)
MOST_RECOMMENDED = 20


class Suggested(Model):
    """A recommendation as it was given: the record, its score (0-1) and the value (0-1, or unknown) of each factor."""

    record_id: str
    score: float
    values: dict[str, float | None] = {}


class Notebook(Model):
    """What is known at one moment.

    ``interests`` is the questionnaire's session as its own JSON; ``wish`` the words the last recommendation was made
    for, ``asked`` its conditions (levels, categories, limit); ``weights`` what the user chose for the factors;
    ``consent`` whether the notebook may be kept beyond the conversation (``None``: not asked yet). ``plan`` and
    ``talk`` belong to the plan and to the dialogue, as JSON.
    """

    format: Literal[1] = 1
    profile: Profile = Profile()
    interests: str = ""
    wish: str = ""
    asked: dict[str, JsonValue] = {}
    weights: dict[str, float] = {}
    recommended: Annotated[tuple[Suggested, ...], Field(max_length=MOST_RECOMMENDED)] = ()
    consent: bool | None = None
    plan: dict[str, JsonValue] = {}
    talk: dict[str, JsonValue] = {}

    @property
    def empty(self) -> bool:
        """Whether nothing has been noted."""
        return self == Notebook()


Edit = Callable[[Notebook], Notebook]


def noting(**values: Any) -> Edit:
    """Return the edit that sets fields of the notebook, validated: ``noting(consent=True)``."""

    def edit(notebook: Notebook) -> Notebook:
        return Notebook.model_validate({**dict(notebook), **values})

    return edit


def apply(notebook: Notebook, edits: Iterable[Edit | None]) -> Notebook:
    """Apply edits one after the other."""
    for edit in edits:
        if edit is not None:
            notebook = edit(notebook)
    return notebook


def read_notebook(kept: Mapping[str, Any] | None) -> Notebook:
    """Read the notebook from the kept state; one of an unknown format counts as empty and is logged."""
    try:
        return Notebook.model_validate(kept or {})
    except ValidationError as error:
        _log.warning("a kept notebook cannot be read: %d faults", error.error_count())
        return Notebook()


def write_notebook(notebook: Notebook) -> dict[str, Any]:
    """Return the notebook as plain JSON without its empty fields."""
    return notebook.model_dump(mode="json", exclude_defaults=True)
