"""What a tool sees of the conversation it is called in."""

from dataclasses import dataclass, field

from assistant.notebook import Notebook
from register.vocabulary import Audience, Language


@dataclass(frozen=True, slots=True)
class Desk:
    """One round of tool calls as each of its tools sees it.

    ``notebook`` is as it was before the round; ``said`` are the user's messages so far, personal data masked, the
    one of this turn last; ``turn`` counts from 1.
    """

    notebook: Notebook = field(default_factory=Notebook)
    language: Language = Language.PL
    audience: Audience = Audience.ADULT
    said: tuple[str, ...] = ()
    turn: int = 1
