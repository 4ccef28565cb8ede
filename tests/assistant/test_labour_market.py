"""Figures of the labour market: what is held, how old it is, what is not held, whatever is asked."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.messages.tool import ToolCall

from assistant.assemble import assemble
from assistant.desk import Desk
from assistant.evidence import EvidenceWriter, Handles
from assistant.labour import Answered, Question, Shelf
from assistant.labour.age import newest_of_each
from assistant.toolbox import Called, ToolBox
from assistant.tools.labour_market import labour_market_tool, question_of
from prompts import Prompts
from register.facts import LabourFact
from register.library import parse_record
from register.occupation import Occupation
from register.vocabulary import LabourTopic, RecordType
from retrieval import RecordIndex

NOVEMBER = date(2026, 11, 28)
FEED_DOWN = "labour:down:Testowe źródło"


class Feed:
    """A made-up source outside the index."""

    def __init__(self, *figures: LabourFact, notes: tuple[str, ...] = ()) -> None:
        self.told = Answered(figures, notes)
        self.asked: list[Question] = []

    def ask(self, question: Question) -> Answered:
        self.asked.append(question)
        return self.told


def figure(key: str = "x", **over: Any) -> LabourFact:
    made = {
        "record_type": "labour_fact",
        "id": f"labour:test-{key}",
        "name": "Testowa liczba ofert",
        "url": "https://example.org",
        "provenance": [{"sources": ["https://example.org"], "confidence": "secondary", "retrieved": "2026-11-27"}],
        "topic": "offers",
        "value": 12,
        "unit": "oferty",
        "territory": {"teryt": "12", "level": "voivodeship", "name": "małopolskie"},
        "period": "2026-11",
        "source": {
            "key": "test",
            "name": "Testowe źródło",
            "url": "https://example.org",
            "licence": {"pl": "testowa licencja"},
        },
    }
    record = parse_record({**made, **over})
    assert isinstance(record, LabourFact)
    return record


@pytest.fixture
def shelf(snapshot_index: RecordIndex) -> Shelf:
    return Shelf(snapshot_index, Prompts(), day=lambda: NOVEMBER)


@pytest.fixture
def ask(shelf: Shelf) -> Callable[..., Any]:
    box = ToolBox((labour_market_tool(shelf),), EvidenceWriter(Prompts()))

    async def call(**arguments: Any) -> Called:
        request = ToolCall(name="labour_market", args=arguments, id="c1", type="tool_call")
        return await box.call(request, Handles(), Desk())

    return call


def ids(called: Called) -> list[str]:
    return [item.record_id for item in called.message.artifact.evidence]


@pytest.mark.parametrize("named", ["kzis:712101", "712101", "dekarz"])
async def test_an_occupation_is_known_by_id_code_or_name(ask: Callable[..., Any], named: str) -> None:
    called = await ask(occupation=named, topic="demand")
    assert ids(called) == ["labour:men-2026-712101"]
    text = str(called.message.content)
    assert "szczególne zapotrzebowanie" in text
    assert "połączono po nazwie" in text
    assert "odczytano: 2026-11-20" in text
    assert "nie chroni go prawo autorskie" in text


async def test_pay_of_an_occupation_is_said_not_to_be_held(ask: Callable[..., Any]) -> None:
    called = await ask(occupation="fryzjer", topic="pay")
    assert "labour:not_held:pay" in called.message.artifact.notes
    assert "labour:pay-gus-2024-10-median" in ids(called)
    assert all(item.facts["occupation"] == "" for item in called.message.artifact.evidence)


async def test_a_region_without_figures_of_its_own_is_said(ask: Callable[..., Any]) -> None:
    called = await ask(occupation="dekarz", topic="demand", region="Małopolskie")
    assert "labour:no_region:małopolskie" in called.message.artifact.notes


async def test_an_unknown_occupation_is_named_and_nothing_is_put_in_its_place(ask: Callable[..., Any]) -> None:
    called = await ask(occupation="tester materacy", topic="demand")
    assert "labour:unknown_occupation:tester materacy" in called.message.artifact.notes
    assert all(item.facts["occupation"] == "" for item in called.message.artifact.evidence)


@pytest.mark.parametrize("wrong", [{"topic": "weather"}, {"limit": 0}, {"occupation": "x" * 201}])
async def test_wrong_arguments_become_words(ask: Callable[..., Any], wrong: dict[str, Any]) -> None:
    called = await ask(**wrong)
    assert called.message.artifact.error or called.message.artifact.evidence


def test_past_its_date_a_figure_is_warned_of_and_later_withheld(snapshot_index: RecordIndex) -> None:
    question = Question(topics=frozenset({LabourTopic.PAY}))
    for day, first in ((date(2026, 12, 31), "labour:pay-minimum-2026"), (date(2027, 1, 1), "")):
        told = Shelf(snapshot_index, Prompts(), day=lambda day=day: day).ask(question)  # type: ignore[misc]
        minimum = [f.id for f in told.figures if f.source.key == "minimum-pay"]
        assert minimum[:1] == ([first] if first else [])
        assert any(note.startswith("labour:withheld:Minimalne") for note in told.notes) is not bool(first)
        median = next(f for f in told.figures if f.id.endswith("median"))
        assert "październik 2024" in median.caveats[0].pl


def test_a_period_that_has_not_begun_is_left_out_and_an_older_one_gives_way() -> None:
    kept = newest_of_each(
        [figure("old", period="2025"), figure("new", period="2026-10"), figure("next", period="2031")], NOVEMBER
    )
    assert [fact.id for fact in kept] == ["labour:test-new"]


def test_a_feed_adds_its_figures_and_says_when_it_is_down(snapshot_index: RecordIndex) -> None:
    dekarz = snapshot_index.get("kzis:712101")
    assert isinstance(dekarz, Occupation)
    feed = Feed(figure(occupation="kzis:712101", matched_by="text"), notes=(FEED_DOWN,))
    told = Shelf(snapshot_index, Prompts(), feed, lambda: NOVEMBER).ask(question_of(dekarz, "małopolskie"))
    assert "labour:test-x" in [fact.id for fact in told.figures]
    assert FEED_DOWN in told.notes
    assert (feed.asked[0].code, feed.asked[0].region) == ("712101", "małopolskie")
    assert "labour:no_region:małopolskie" not in told.notes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_no_tool_hands_out_a_figure_without_source_and_date(
    data: st.DataObject, snapshot_index: RecordIndex
) -> None:
    """WHATEVER is asked of any tool, every figure of the labour market has a source, a licence and dates."""
    box = assemble(snapshot_index).toolbox
    words = st.sampled_from(
        ["fryzjer", "dekarz", "ile zarabia", "studia", "prognoza 2026", "mediana", "911201", "", "🙂"]
    )
    name = data.draw(st.sampled_from(sorted(box.names)))
    arguments = {
        field: data.draw(words)
        for field in ("query", "question", "id", "occupation", "field", "region")
        if data.draw(st.booleans())
    }
    if name == "labour_market" and data.draw(st.booleans()):
        arguments["topic"] = data.draw(st.sampled_from(list(LabourTopic)))
    called = await box.call(ToolCall(name=name, args=arguments, id="c", type="tool_call"), Handles(), Desk())
    for item in called.message.artifact.evidence:
        if item.kind is RecordType.LABOUR_FACT:
            assert item.facts["source"]["name"] in item.text
            assert item.facts["source"]["licence"]["pl"] in item.text
            assert f"{item.facts['fetched']}" in item.text
            assert item.as_of in item.text
            assert item.facts["period"] in item.text
            assert item.url.startswith("http")
