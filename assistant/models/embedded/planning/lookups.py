"""The calls that look for a record, read one, its parts, or rules."""

from collections.abc import Iterable

from assistant.models.embedded.asked.stages import rule_of_stage
from assistant.models.embedded.calls import Call
from assistant.models.embedded.learnt.rules import FOUND, likeliest_rules
from assistant.models.embedded.reading.subject import NOTICE
from assistant.models.embedded.wish import Wish
from register.evidence import Evidence

MOST_PARTS = 6


def look_for(subject: str) -> tuple[Call, Call]:
    """Search occupations and qualifications for a subject."""
    # One word fits many names alike; more of them are read so that the one meant is among them.
    return (
        Call("search_occupations", {"query": subject[:500], "limit": 8 if " " in subject else 16}),
        Call("search_qualifications", {"query": subject[:500], "limit": 8}),
    )


def by_code(code: str) -> Iterable[Call]:
    """Read the record a code names: an occupation of six digits, a qualification, a notice in Monitor Polski."""
    if code.isdigit() and len(code) == 6:
        yield Call("search_occupations", {"query": code, "limit": 1})
        return
    yield Call("get_qualification", {"id": code})
    if code.startswith(NOTICE):
        # A qualification that has an id of the register as well is known by that, its notice is a field.
        year, position = code.removeprefix(NOTICE).split("-")
        yield Call("search_qualifications", {"query": f"M.P. {year} poz. {position}", "limit": 3})


def read_record(record_id: str, wish: Wish) -> Iterable[Call]:
    """Read a record of any kind by its id; a rule is found by what the wish asks."""
    kind, _, name = record_id.partition(":")
    if kind == "zrk":
        yield Call("get_qualification", {"id": record_id})
    elif kind == "kzis":
        yield Call("search_occupations", {"query": name.replace("-", " "), "limit": 3})
    elif kind == "inst":
        yield Call("find_institutions", {"query": name.replace("-", " "), "limit": 3})
    else:
        yield from explain(wish.asks)


def parts_of(record: Evidence) -> Iterable[Call]:
    """Read the qualifications an occupation or a full qualification consists of, and the full one."""
    facts = record.facts
    choices = facts.get("qualifications") or facts.get("parts") or ()
    ids = [part for choice in choices for part in choice][:MOST_PARTS]
    if full := facts.get("full_qualification"):
        ids.append(full)
    yield from (Call("get_qualification", {"id": part}) for part in ids)


def explain(questions: Iterable[str]) -> Iterable[Call]:
    """Ask for the rules the search finds for each question, and for those that its words alone make likely."""
    for question in questions:
        likely = [*likeliest_rules(question), *rule_of_stage(question)]
        yield Call("explain_system", {"question": question[:500], "limit": FOUND, "ids": likely})
