"""Permissions of other laws, and where money for learning comes from: what rules say, and what no record holds."""

from assistant.models.embedded.asked.entitlements import Entitlement
from assistant.models.embedded.asked.funding import BASE, MONEY, OF_EMPLOYERS, Funding
from assistant.models.embedded.compose import listing, system
from assistant.models.embedded.compose.task import Composed, Task
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType
from retrieval.analysis import analyse


def entitlement(task: Task, asked: Entitlement) -> Composed | None:
    """Tell of the permission what is asked, or what it is and who issues it; ``None`` where its rule is not held."""
    rule = task.situation.by_id(asked.rule)
    if rule is None:
        return None
    held = {"validity": _read(task, asked.validity), "renewal": _read(task, asked.renewal)}
    for rules in (held[name] for name in ("validity", "renewal") if name in asked.asks):
        for one in rules:
            system.quote(task, one)
    task.draft.paragraph()
    system.quote(task, rule)
    missing = [name for name in asked.asks if not held.get(name)]
    if "place" in missing and (issuer := _issuer(task, asked)) is not None:
        missing.remove("place")
        task.draft.paragraph()
        listing.institution(task, issuer)
    told = [name for name in missing if not _tells(rule, name)]
    for name in told:
        task.draft.say(f"entitlement.{name}")
    status = AnswerStatus.ANSWERED_PARTIALLY if told else AnswerStatus.ANSWERED
    return task.done(status, focus=[rule])


def funding(task: Task, asked: Funding) -> Composed | None:
    """Say where one may ask for money, and of the labour office that it is not held what it pays."""
    rule = task.situation.by_id(MONEY)
    if rule is None:
        return None
    if asked.office:
        task.draft.say("entitlement.office")
        task.draft.paragraph()
    system.quote(task, rule)
    task.draft.paragraph()
    for one in _read(task, _funds(asked)):
        system.quote(task, one)
    if task.wish.entitlement and (permission := task.situation.by_id(task.wish.entitlement.rule)):
        task.draft.paragraph()
        system.quote(task, permission)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY if asked.office else AnswerStatus.ANSWERED, focus=[rule])


def _funds(asked: Funding) -> tuple[str, ...]:
    """The fund of employers helps nobody who has none."""
    if asked.employer:
        return (OF_EMPLOYERS,)
    return (BASE,) if asked.jobless else (OF_EMPLOYERS, BASE)


def _read(task: Task, ids: tuple[str, ...]) -> list[Evidence]:
    return [rule for one in ids if (rule := task.situation.by_id(one)) is not None]


_TOLD_BY = {"validity": ("lat",), "duration": ("miesiecy", "miesiace"), "issuer": ("wydaje", "nadaje")}
"""A rule with one of these words in its Polish text tells by itself what is asked."""


def _tells(rule: Evidence, asked: str) -> bool:
    said = {word.folded for word in analyse(rule.facts["text"]["pl"], max_words=100).words}
    return not said.isdisjoint(_TOLD_BY.get(asked, ()))


def _issuer(task: Task, asked: Entitlement) -> Evidence | None:
    found = (item.evidence for item in task.situation.found(RecordType.INSTITUTION))
    return next((one for one in found if one.record_id == asked.institution), None)
