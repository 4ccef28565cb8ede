"""``career_pathway`` and ``make_plan`` as a chat model calls them, over the embedded records."""

from typing import Any

import pytest
from langchain_core.messages.tool import ToolCall

from assistant.advice.profile import Entry, Link, Origin, Profile, ProfileField
from assistant.desk import Desk
from assistant.evidence import COMPUTED, EvidenceWriter, Handles
from assistant.notebook import Notebook, Suggested, apply
from assistant.toolbox import Called, ToolBox
from assistant.tools import pathways_tool, plan_tool
from prompts import Prompts
from register.vocabulary import Language
from retrieval import RecordIndex

TECHNICIAN = "technik usług fryzjerskich"


@pytest.fixture
def toolbox(snapshot_index: RecordIndex) -> ToolBox:
    prompts = Prompts()
    return ToolBox(
        (pathways_tool(snapshot_index, prompts), plan_tool(snapshot_index, prompts)), EvidenceWriter(prompts)
    )


async def call(toolbox: ToolBox, name: str, desk: Desk | None = None, **arguments: Any) -> Called:
    request = ToolCall(name=name, args=arguments, id="c1", type="tool_call")
    return await toolbox.call(request, Handles(), desk or Desk())


@pytest.mark.parametrize("goal", ["kzis:514105", "514105", TECHNICIAN, "techniczka uslug fryzjerskich"])
async def test_a_goal_is_known_by_id_code_or_name(toolbox: ToolBox, goal: str) -> None:
    called = await call(toolbox, "career_pathway", goal=goal)
    assert called.message.artifact.data["pathways"]["goal_name"] == TECHNICIAN


async def test_every_line_rests_on_evidence_that_came_with_it(toolbox: ToolBox) -> None:
    called = await call(toolbox, "career_pathway", goal=TECHNICIAN, adult=True, held=["FRK.01"], schooling="secondary")
    result = called.message.artifact
    brought = {item.record_id for item in result.evidence}
    steps = [line for line in result.data["lines"] if line["depth"]]
    assert steps
    for line in steps:
        assert set(line["sources"]) <= brought
    first = next(item for item in result.evidence if item.record_id == steps[0]["sources"][0])
    assert steps[0]["text"] in first.text
    assert COMPUTED in first.facts


async def test_what_the_profile_holds_is_not_asked_for_again(toolbox: ToolBox) -> None:
    held = Entry(
        field=ProfileField.QUALIFICATIONS,
        text="FRK.01",
        links=(Link(id="zrk:FRK.01", text="Wykonywanie usług fryzjerskich"),),
        origin=Origin(quote="mam FRK.01", turn=1),
        confirmed=True,
    )
    desk = Desk(notebook=Notebook(profile=Profile(entries=(held,))))
    called = await call(toolbox, "career_pathway", desk, goal=TECHNICIAN, adult=True)
    taken = {s["record_id"] for r in called.message.artifact.data["pathways"]["routes"] for s in r["steps"]}
    assert "zrk:FRK.03" in taken
    assert "zrk:FRK.01" not in taken


async def test_an_unknown_goal_is_said_to_be_unknown(toolbox: ToolBox) -> None:
    called = await call(toolbox, "career_pathway", goal="smokolog stosowany wymyślony")
    assert not called.message.artifact.evidence
    assert "Nie ma w danych" in str(called.message.content)


@pytest.mark.parametrize(
    "arguments",
    [{"schooling": "kosmiczne"}, {"years_in_occupation": "dużo"}, {"foreign": "x"}, {"age": 17}, {}],
)
async def test_impossible_arguments_are_refused_in_words(toolbox: ToolBox, arguments: dict[str, Any]) -> None:
    called = await call(toolbox, "career_pathway", **({"goal": TECHNICIAN} if arguments else {}), **arguments)
    assert called.message.status == "error"
    assert called.edit is None


async def test_a_plan_holds_profile_proposals_way_help_and_sources(toolbox: ToolBox) -> None:
    said = Entry(field=ProfileField.GOALS, text="własny salon", origin=Origin(quote="chcę mieć salon", turn=1))
    notebook = Notebook(
        profile=Profile(entries=(said,)),
        recommended=(Suggested(record_id="zrk:FRK.03", score=0.8, values={"wish": 0.9, "demand": None}),),
    )
    routed = await call(toolbox, "career_pathway", Desk(notebook=notebook), goal=TECHNICIAN, adult=True)
    notebook = apply(notebook, (routed.edit,))
    called = await call(toolbox, "make_plan", Desk(notebook=notebook, language=Language.PL))
    document = called.message.artifact.data["document"]
    text = " ".join(line["text"] for section in document["sections"] for line in section["lines"])
    assert "chcę mieć salon" in text
    assert "80%" in text
    assert "nie wiadomo: zapotrzebowanie" in text, "unknown is not zero"
    assert "Krok 1" in text
    assert "doradcą" in text
    numbers = {number for s in document["sections"] for line in s["lines"] for number in line["sources"]}
    assert numbers == {source["n"] for source in document["sources"]}
    assert all(source["as_of"] and source["url"].startswith("https://") for source in document["sources"])
    assert document["picture"].startswith("flowchart")


async def test_a_plan_of_nothing_is_refused(toolbox: ToolBox) -> None:
    called = await call(toolbox, "make_plan")
    assert called.message.artifact.data == {"empty": True}


async def test_what_can_be_added_is_said_to_be_found_by_words(toolbox: ToolBox) -> None:
    called = await call(toolbox, "career_pathway", goal="technik programista")
    result = called.message.artifact
    assert result.data["add_ons"]
    line = result.data["lines"][-1]
    assert "Programowanie w języku Python" in line["text"]
    assert "po podobieństwie słów, a nie z przepisu" in line["text"]
    assert line["sources"] == [*result.data["add_ons"], "fact:R091"]
    assert set(line["sources"]) <= {item.record_id for item in result.evidence}
    assert not (await call(toolbox, "career_pathway", goal="dekarz")).message.artifact.data["add_ons"]
