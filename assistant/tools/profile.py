"""``update_profile``: what the user has told, entry by entry, each with the words it rests on."""

import asyncio

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.matching import Tables
from assistant.advice.profile import Entry, Origin, Profile, ProfileField
from assistant.advice.profile.changes import added
from assistant.advice.profile.checks import contradictions, figure_of, impossible
from assistant.advice.profile.wording import ProfileWords
from assistant.desk import Desk
from assistant.notebook import Edit, Notebook
from assistant.toolbox import Found, Tool
from assistant.tools.linking import SkillNames, candidates
from guardrails.intimate import is_intimate
from guardrails.output.protected import strip
from prompts import Prompts
from retrieval.analysis import fold
from retrieval.protocol import RecordIndex

LONGEST = 300


class NewEntry(BaseModel):
    """One thing the user told."""

    model_config = ConfigDict(extra="forbid")

    field: ProfileField
    text: str = Field(min_length=1, max_length=LONGEST, description="the thing itself, short, in the user's words")
    quote: str = Field("", max_length=LONGEST, description="the user's own words it rests on, letter by letter")
    number: float | None = Field(
        None, description="its figure: PRK level 1-8, hours, złoty, years or kilometres; empty: read from the text"
    )


class UpdateProfile(BaseModel):
    """Note what the user told about themselves; only what they said, nothing guessed.

    Proposes what skills, qualifications and experience may mean in the register; the user confirms with
    ``correct_profile``. Sex, age, health, origin and family are not noted.
    """

    model_config = ConfigDict(title="update_profile", extra="forbid")

    entries: list[NewEntry] = Field(min_length=1, max_length=10)


def update_profile_tool(index: RecordIndex, tables: Tables, prompts: Prompts, esco: SkillNames | None = None) -> Tool:
    """Build the noting tool; skills are linked to ``esco`` too where there is one."""

    async def run(arguments: UpdateProfile, desk: Desk) -> Found:
        words = ProfileWords(prompts, desk.language)
        read = [await asyncio.to_thread(_read, new, desk, index, tables, esco) for new in arguments.entries]
        entries = tuple(entry for entry in read if isinstance(entry, Entry))
        refused = tuple(
            words.refusal(why, new.text)
            for why, new in zip(read, arguments.entries, strict=True)
            if isinstance(why, str)
        )
        profile = added(desk.notebook.profile, entries)
        notes = (
            *refused,
            *(words.noted(entry) for entry in entries),
            *(words.contradiction(one, other) for one, other in contradictions(profile)),
            *(
                (words.consent_question(),)
                if entries and desk.notebook.consent is None and not desk.notebook.profile.entries
                else ()
            ),
        )
        return Found(notes=notes, edit=_adding(entries), data=profile_data(profile, desk.notebook))

    return Tool("update_profile", UpdateProfile, run)


def _adding(entries: tuple[Entry, ...]) -> Edit:
    def edit(notebook: Notebook) -> Notebook:
        return notebook.model_copy(update={"profile": added(notebook.profile, entries)})

    return edit


def _read(new: NewEntry, desk: Desk, index: RecordIndex, tables: Tables, esco: SkillNames | None) -> Entry | str:
    """Return the entry, or the key of the reason why it cannot be noted."""
    origin = origin_of(new.quote or new.text, desk)
    if origin is None:
        return "not_said"
    text = strip(new.text).text
    if not text or is_intimate(new.quote or new.text):
        return "protected"
    number = new.number if new.number is not None else figure_of(new.field, new.text)
    if impossible(new.field, number):
        return f"impossible.{new.field}" if new.field in ("level", "education") else "impossible.other"
    found = candidates(new.field, text, index, tables.now(), esco, desk.language.value)
    return Entry(field=new.field, text=text, number=number, candidates=found, origin=origin)


def origin_of(words: str, desk: Desk) -> Origin | None:
    """Return the turn in which the user said ``words`` (case, accents and punctuation aside), newest first.

    ``None`` where they never said them: a model may shorten the user's words, but not put words in their mouth.
    """
    wanted = _letters(words)
    for back, said in enumerate(reversed(desk.said)):
        if wanted and wanted in _letters(said):
            return Origin(quote=strip(words).text[:LONGEST] or words[:LONGEST], turn=max(desk.turn - back, 0))
    return None


def _letters(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(text.casefold())).split())


def profile_data(profile: Profile, notebook: Notebook) -> dict[str, object]:
    """Return the profile as JSON; entries are numbered from 1 in this order."""
    return {
        "profile": profile.model_dump(mode="json")["entries"],
        "consent": notebook.consent,
        "ask_consent": bool(profile.entries) and notebook.consent is None,
    }
