"""What a user wants, as the embedded model reads it from a message."""

from dataclasses import dataclass, replace
from typing import Any

from assistant.models.embedded.asked.abroad import Abroad
from assistant.models.embedded.asked.conditions import Condition
from assistant.models.embedded.asked.crafts import Craft
from assistant.models.embedded.asked.entitlements import Entitlement
from assistant.models.embedded.asked.exam_place import ExamPlace
from assistant.models.embedded.asked.figures import Figures
from assistant.models.embedded.asked.funding import Funding
from assistant.models.embedded.asked.lists import Listed
from assistant.models.embedded.calls import Call
from assistant.models.embedded.words.intents import Intent

SURE = 0.5
UNSURE = 0.2
TALK = frozenset({Intent.GREETING, Intent.THANKS, Intent.BYE, Intent.WHO_ARE_YOU, Intent.OFF_TOPIC, Intent.UNDECIDED})
BACKWARD = frozenset({Intent.SIMPLER, Intent.MORE, Intent.SOURCES})
OF_RECORDS = frozenset(
    {
        Intent.WHO_AWARDS,
        Intent.LEVEL,
        Intent.VALIDITY,
        Intent.DURATION,
        Intent.ENTRY,
        Intent.PARTS,
        Intent.PART_OF,
        Intent.TASKS,
        Intent.OUTCOMES,
        Intent.SCHOOLS,
    }
)
# Asked of a part, these are answered by the occupation it belongs to.
OF_SCHOOLING = frozenset({Intent.SCHOOLS, Intent.BECOME, Intent.PAY, Intent.JOBS})


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants.

    ``subject`` is the question without its asking words, ``subjects`` that of each clause; ``asks`` are the wordings
    to put to the rules; ``targets`` are record ids the question points back to, ``before`` those it may point back
    to when nothing else fits, ``parents`` occupations spoken of that a target may belong to; ``hint`` is what was
    said before, to choose among equals; ``kin`` is the name of what was spoken of, where another of its kind may be
    meant. ``carried`` marks the last question asked again of another thing; ``step`` is of the questionnaire, ``call``
    what the message asks for by itself (a consent, a correction), ``papers`` the papers from abroad it names;
    ``simple`` asks for fewer and plainer words, ``more`` for all there is. ``also`` are plain facts asked beside the
    first; ``clause`` is the part of the message that asks. ``unheld`` names what no record holds (``contact`` …), where
    that is asked, ``doubt`` how likely (0-1) it is not asked after all. ``branches`` are the branches of schooling
    whose occupations are to be listed, ``listed`` what qualifications to be listed or counted have in common;
    ``condition`` are the rules for people with a disability that are asked for; ``craft`` is the paper of a craft that
    is spoken of, ``exam`` the exam whose place is asked, ``institution`` that an institution may be named and asked
    about, ``figures`` those of the labour market asked for by name. ``origin`` is the occupation the person comes from,
    ``held`` the codes of qualifications they have, where what they want is another; ``unproven`` says that a paper is
    wanted for work that is done already, or of a craft; ``abroad`` are the papers whose recognition in another country
    is asked, ``entitlement`` is a permission of other laws that is asked about, ``funding`` asks where money for
    learning comes from, ``plight`` is what was told of one's lot where nothing was asked beside it.
    ``course`` asks whether a qualification course (KKZ) leads to it, ``particulars`` are those asked of the record
    spoken of (``asked.particulars``), ``titled`` is a short question on behind the title of the rule just quoted,
    ``aside`` what is asked of the talk itself, with the rules that answer it
    (``asked.asides``), ``either`` are two or three things of which one is to be chosen. ``part`` is how likely (0-1)
    a rule must be for it to answer one of several questions of a message,
    ``quoted`` are the rules quoted for those before it. ``others`` asks for more of what was listed,
    ``rejected`` are words of what is not wanted of it. ``onward`` asks what comes after learning an occupation,
    ``among`` are the records of a list of which one is meant that may not bear the name it is given («ten od mebli»).
    ``guessed`` says that the subject is only what may be a name in a short message, ``open_list`` are the records
    of which one is to be asked for, ``own`` says that what was said before is hardly meant.
    ``felt`` is a feeling told, or what is told of the person (``person.feelings``); ``felt_alone``: there is nothing
    else in the message. ``school`` is the type of school, as records call it, that is to teach what suits a liking,
    ``goal`` what one asks to be able to become after the occupation spoken of.
    """

    intent: Intent
    score: float
    subject: str = ""
    subjects: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    question: str = ""
    asks: tuple[str, ...] = ()
    region: str = ""
    excluded: str = ""
    levels_unknown: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    hint: str = ""
    kin: str = ""
    carried: bool = False
    step: tuple[str, int | None] = ("start", None)
    call: Call | None = None
    papers: tuple[str, ...] = ()
    simple: bool = False
    more: bool = False
    also: tuple[Intent, ...] = ()
    clause: str = ""
    unheld: str = ""
    doubt: float = 0.0
    branches: tuple[str, ...] = ()
    listed: Listed | None = None
    condition: Condition | None = None
    craft: Craft | None = None
    exam: ExamPlace | None = None
    institution: bool = False
    figures: Figures | None = None
    origin: str = ""
    held: tuple[str, ...] = ()
    unproven: bool = False
    abroad: Abroad | None = None
    entitlement: Entitlement | None = None
    funding: Funding | None = None
    plight: tuple[str, ...] = ()
    course: bool = False
    particulars: tuple[str, ...] = ()
    titled: str = ""
    aside: str = ""
    aside_rules: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    part: float = 0.0
    quoted: tuple[str, ...] = ()
    others: bool = False
    rejected: str = ""
    onward: bool = False
    guessed: bool = False
    open_list: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    own: bool = False
    felt: str = ""
    felt_alone: bool = False
    school: str = ""
    goal: str = ""

    def about(self, name: str, **changes: Any) -> "Wish":
        """Return the wish for ``name`` alone (for nothing named where it is empty), whatever else was read."""
        alone: dict[str, Any] = {
            "score": 1.0,
            "subject": name,
            "subjects": (name,) if name else (),
            "targets": (),
            "before": (),
            "parents": (),
            "sides": (),
            "either": (),
            "kin": "",
            "carried": False,
            "course": False,
            "unheld": "",
        }
        return replace(self, **alone | changes)

    @property
    def of_record(self) -> bool:
        """Tell whether it names nothing and may be asked of the record spoken of."""
        named = self.has_subject or self.own
        return not named and bool(self.before) and self.before[0].startswith(("kzis:", "zrk:"))

    @property
    def has_subject(self) -> bool:
        """Tell whether the question names something of its own."""
        return bool(self.subject or self.codes)
