"""The calls for figures of the labour market: of an occupation, of graduates, or named by the question itself."""

from collections.abc import Iterable
from typing import Any

from assistant.models.embedded.asked.figures import GONE, LISTING, NEW, Figures
from assistant.models.embedded.calls import Call
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import RecordType
from retrieval.analysis import analyse
from retrieval.priors import means_a_degree

MOST_FIGURES = 40
# Questions about the labour market, and the topics of its figures.
_LABOUR = {Intent.PAY: ("pay",), Intent.JOBS: ("demand", "offers")}


def figures_for(wish: Wish, leading: Evidence | None) -> Iterable[Call]:
    """Ask for the figures of the occupation meant, or of graduates, and of the voivodeship named."""
    if wish.intent not in _LABOUR:
        return
    region = {"region": wish.region} if wish.region else {}
    if wish.intent is Intent.PAY and means_a_degree(analyse(wish.question)):
        yield Call("labour_market", {"field": wish.subject[:200], **region, "topic": "graduates"})
        return
    known = leading is not None and (leading.kind is RecordType.OCCUPATION or leading.facts["occupations"])
    meant = {"occupation": leading.record_id} if leading and known else {}
    yield from (Call("labour_market", {**meant, **region, "topic": topic}) for topic in _LABOUR[wish.intent])


def named_figures(figures: Figures) -> Iterable[Call]:
    """Ask for the figures a question names itself: all of their topic, for the one asked for to be picked."""
    said = {"region": figures.region, "period": figures.period, "group": figures.group}
    told: dict[str, Any] = {name: value for name, value in said.items() if value}
    if not {LISTING, NEW, GONE}.isdisjoint(figures.measures):
        told["listed"] = True
    yield Call("labour_market", {"topic": figures.topic.value, **told, "limit": MOST_FIGURES})
    if not {NEW, GONE}.isdisjoint(figures.measures):
        yield Call(
            "labour_market",
            {"topic": figures.topic.value, **told, "period": figures.year_before, "limit": MOST_FIGURES},
        )
