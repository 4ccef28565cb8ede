"""``show_profile``, ``correct_profile`` and ``keep_profile``: the user sees, mends and decides on what is noted."""

from collections.abc import Callable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.profile import Entry, Profile
from assistant.advice.profile.changes import changed, confirmed, deleted
from assistant.advice.profile.checks import figure_of, impossible
from assistant.advice.profile.wording import ProfileWords
from assistant.desk import Desk
from assistant.notebook import Edit, Notebook, noting
from assistant.toolbox import Found, Tool
from assistant.tools.profile import LONGEST, origin_of, profile_data
from guardrails.intimate import is_intimate
from guardrails.output.protected import strip
from prompts import Prompts


class ShowProfile(BaseModel):
    """Show what is noted about the user, entry by entry, with the words each rests on."""

    model_config = ConfigDict(title="show_profile", extra="forbid")


class Correction(StrEnum):
    """What to do with an entry of the profile."""

    CONFIRM = "confirm"
    CHANGE = "change"
    DELETE = "delete"
    DELETE_ALL = "delete_all"


class CorrectProfile(BaseModel):
    """Confirm, change or delete an entry by its number in ``show_profile``; ``delete_all`` empties the profile."""

    model_config = ConfigDict(title="correct_profile", extra="forbid")

    action: Correction
    entry: int = Field(1, ge=1, le=100, description="number of the entry, from 1")
    choices: list[int] = Field(
        default_factory=list, max_length=3, description="for confirm: numbers of the proposed meanings agreed to"
    )
    text: str = Field("", max_length=LONGEST, description="for change: the new words, as the user said them")


class KeepProfile(BaseModel):
    """Note whether the user agrees that the notes are kept beyond this conversation; only after they were asked."""

    model_config = ConfigDict(title="keep_profile", extra="forbid")

    agreed: bool


def show_profile_tool(prompts: Prompts) -> Tool:
    """Build the showing tool."""

    async def run(_arguments: ShowProfile, desk: Desk) -> Found:
        words = ProfileWords(prompts, desk.language)
        profile = desk.notebook.profile
        lines = words.lines(profile) or (words.say("empty"),)
        return Found(notes=lines, data=profile_data(profile, desk.notebook))

    return Tool("show_profile", ShowProfile, run)


def correct_profile_tool(prompts: Prompts) -> Tool:
    """Build the mending tool."""

    async def run(arguments: CorrectProfile, desk: Desk) -> Found:
        words = ProfileWords(prompts, desk.language)
        profile = desk.notebook.profile
        if arguments.action is Correction.DELETE_ALL:
            return _done(words, lambda _: Profile(), desk, words.say("deleted_all"))
        if arguments.entry > len(profile.entries):
            return Found(notes=(words.say("no_entry", number=arguments.entry),))
        entry = profile.entries[arguments.entry - 1]
        if arguments.action is Correction.DELETE:
            return _done(words, lambda old: deleted(old, entry), desk, words.say("deleted", text=entry.text))
        if arguments.action is Correction.CHANGE:
            return _change(words, entry, arguments.text, desk)
        links = tuple(link for number, link in enumerate(entry.candidates, 1) if number in arguments.choices)
        return _done(words, lambda old: confirmed(old, entry, links), desk, words.say("confirmed_now", text=entry.text))

    return Tool("correct_profile", CorrectProfile, run)


def keep_profile_tool(prompts: Prompts) -> Tool:
    """Build the tool that notes consent."""

    async def run(arguments: KeepProfile, desk: Desk) -> Found:
        words = ProfileWords(prompts, desk.language)
        said = words.say("consent.given" if arguments.agreed else "consent.refused")
        return Found(notes=(said,), edit=noting(consent=arguments.agreed), data={"consent": arguments.agreed})

    return Tool("keep_profile", KeepProfile, run)


def _change(words: ProfileWords, entry: Entry, text: str, desk: Desk) -> Found:
    origin, clean = origin_of(text, desk), strip(text).text
    number = figure_of(entry.field, text)
    if not clean or origin is None or is_intimate(text):
        told = "not_said" if not text or (clean and not is_intimate(text)) else "protected"
        return Found(notes=(words.refusal(told, text or entry.text),))
    if impossible(entry.field, number):
        return Found(notes=(words.refusal("impossible.other", text),))
    new = Entry(field=entry.field, text=clean, number=number, origin=origin, confirmed=True)
    return _done(words, lambda old: changed(old, entry, new), desk, words.noted(new))


def _done(words: ProfileWords, change: Callable[[Profile], Profile], desk: Desk, said: str) -> Found:
    def edit(notebook: Notebook) -> Notebook:
        return notebook.model_copy(update={"profile": change(notebook.profile)})

    applied: Edit = edit
    after = applied(desk.notebook)
    return Found(notes=(said, *words.lines(after.profile)), edit=applied, data=profile_data(after.profile, after))
