"""Tools as a chat model calls them: arguments checked, records under handles, faults as words."""

from typing import Any

import pytest
from langchain_core.messages.tool import ToolCall

from assistant.desk import Desk
from assistant.evidence import EvidenceWriter, Handles
from assistant.toolbox import Called, ToolBox
from assistant.tools import (
    explain_tool,
    get_qualification_tool,
    institutions_tool,
    occupations_tool,
    search_qualifications_tool,
    similar_tool,
)
from prompts import Prompts
from retrieval import RecordIndex


@pytest.fixture
def toolbox(snapshot_index: RecordIndex) -> ToolBox:
    tools = (
        explain_tool(snapshot_index),
        get_qualification_tool(snapshot_index),
        institutions_tool(snapshot_index),
        occupations_tool(snapshot_index),
        search_qualifications_tool(snapshot_index),
        similar_tool(snapshot_index),
    )
    return ToolBox(tools, EvidenceWriter(Prompts()))


async def call(toolbox: ToolBox, name: str, handles: Handles | None = None, **arguments: Any) -> Called:
    request = ToolCall(name=name, args=arguments, id="c1", type="tool_call")
    return await toolbox.call(request, handles or Handles(), Desk())


async def test_a_record_comes_under_a_handle_and_without_an_address(toolbox: ToolBox) -> None:
    called = await call(toolbox, "get_qualification", id="zrk:INF.03")
    text = str(called.message.content)
    assert text.startswith("[q1] Tworzenie i administrowanie")
    assert "http" not in text
    assert called.message.artifact.evidence[0].url.startswith("https://")


@pytest.mark.parametrize("wanted", ["INF.03", "inf.03", "INF.03.", "zrk:INF.03", "13870"])
async def test_a_qualification_is_read_by_id_or_code(toolbox: ToolBox, wanted: str) -> None:
    called = await call(toolbox, "get_qualification", id=wanted)
    assert len(called.message.artifact.evidence) == 1


async def test_a_handle_stays_with_its_record(toolbox: ToolBox) -> None:
    handles = Handles()
    first = await call(toolbox, "get_qualification", handles, id="INF.03")
    await call(toolbox, "search_occupations", handles, query="technik informatyk")
    again = await call(toolbox, "get_qualification", handles, id="INF.03")
    assert first.message.artifact.evidence[0].handle == again.message.artifact.evidence[0].handle == "q1"


@pytest.mark.parametrize(
    ("name", "arguments", "complaint"),
    [
        ("delete_everything", {}, "no tool is called"),
        ("get_qualification", {}, "id: Field required"),
        ("search_qualifications", {"query": "a", "limit": "wszystkie"}, "limit: Input should be a valid integer"),
        ("search_qualifications", {"query": "a", "path": "/etc/passwd"}, "arguments: Extra inputs"),
        ("search_qualifications", {"query": "a", "categories": ["secret"]}, "categories"),
        ("explain_system", {"question": {"$ne": None}}, "question: Input should be a valid string"),
    ],
)
async def test_faulty_calls_are_refused_in_words(
    toolbox: ToolBox, name: str, arguments: dict[str, Any], complaint: str
) -> None:
    called = await call(toolbox, name, **arguments)
    assert called.message.status == "error"
    assert complaint in str(called.message.content)
    assert not called.message.artifact.evidence


async def test_filters_of_the_search_are_kept(toolbox: ToolBox) -> None:
    called = await call(toolbox, "search_qualifications", query="programowanie", categories=["market"], prk_levels=[4])
    found = called.message.artifact.evidence
    assert found
    assert {(item.facts["category"], item.facts["prk_level"]) for item in found} == {("market", 4)}


async def test_nothing_found_is_said(toolbox: ToolBox) -> None:
    called = await call(toolbox, "find_similar", id="zrk:none")
    assert "NOTHING FOUND" in str(called.message.content)
    assert "zrk:none" in str(called.message.content)


async def test_an_institution_is_found_by_region(toolbox: ToolBox) -> None:
    called = await call(toolbox, "find_institutions", query="komisja egzaminacyjna", region="śląskie")
    assert [item.record_id for item in called.message.artifact.evidence][:1] == ["inst:oke-jaworzno"]


@pytest.mark.parametrize(("limit", "most"), [(10_000, 40), (-3, 1), (2, 2)])
async def test_numbers_beyond_the_bounds_are_moved_to_them(toolbox: ToolBox, limit: int, most: int) -> None:
    called = await call(toolbox, "search_qualifications", query="fryzjer " * 200, limit=limit, kind=None)
    assert called.message.status == "success"
    assert 0 < len(called.message.artifact.evidence) <= most


async def test_what_a_refused_call_held_is_not_repeated(toolbox: ToolBox) -> None:
    called = await call(toolbox, "rm -rf /etc", secret="PESEL 44051401458")
    assert called.log["name"] == "unknown"
    assert called.log["args"] == {}
    assert "44051401458" not in str(called.message.content)
    assert "rm -rf" not in str(called.message.content)
