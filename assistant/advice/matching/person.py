"""What the arithmetic knows of a person: interests, skills, learning and wishes, and nothing else.

There is no field for sex, age, origin, nationality, faith, health, disability, family or looks, so none of them can
change a number; a test holds the list of fields.
"""

from dataclasses import dataclass

from assistant.advice.interests import Profile as Interests
from assistant.advice.interests import Questionnaire, Result, Shape
from assistant.advice.interests.errors import InterestsError
from assistant.advice.profile import Profile, ProfileField
from assistant.notebook import Notebook
from guardrails.output.protected import strip

LEVELS = range(1, 9)


@dataclass(frozen=True, slots=True)
class Person:
    """``interests`` on 0-100 a type; ``skills`` statements; ``level`` wanted and ``education`` reached, both PRK 1-8;
    ``held`` ids of qualifications; ``wish`` the user's words.
    """

    interests: Interests | None = None
    skills: tuple[str, ...] = ()
    level: int | None = None
    education: int | None = None
    held: frozenset[str] = frozenset()
    wish: str = ""


def person_of(notebook: Notebook, wish: str = "") -> Person:
    """Read a notebook. Without a wish the last one counts, else the interests and goals told in words.

    What the wish tells of sex, age, origin and the like is taken out before anything is searched with it.
    """
    profile = notebook.profile
    return Person(
        interests=interests_of(notebook.interests),
        skills=tuple(entry.text for entry in profile.of(ProfileField.SKILLS)) + profile.linked_texts,
        level=_level(profile, ProfileField.LEVEL),
        education=_level(profile, ProfileField.EDUCATION),
        held=frozenset(link.id for entry in profile.of(ProfileField.QUALIFICATIONS) for link in entry.links),
        wish=strip(wish).text if wish else notebook.wish or _words(profile),
    )


def interests_of(session: str) -> Interests | None:
    """Return the profile of a questionnaire kept as JSON; ``None`` where it is missing or not scored yet."""
    if not session:
        return None
    questionnaire = Questionnaire()
    try:
        return told_by(questionnaire.result(questionnaire.load(session)))
    except InterestsError:
        return None


def told_by(result: Result) -> Interests | None:
    """Return the profile a list may be made from; a flat or incomplete one says nothing about occupations."""
    return None if result.shape is Shape.FLAT else result.profile


def _level(profile: Profile, field: ProfileField) -> int | None:
    """The highest level told under ``field``."""
    told = [int(entry.number) for entry in profile.of(field) if entry.number is not None]
    return max((level for level in told if level in LEVELS), default=None)


def _words(profile: Profile) -> str:
    entries = (*profile.of(ProfileField.INTERESTS), *profile.of(ProfileField.GOALS))
    return " ".join(entry.text for entry in entries)[:500]
