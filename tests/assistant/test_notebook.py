"""What tools may leave behind: edits of the notebook, computed lines in the evidence, recommendations."""

from langchain_core.messages.tool import ToolCall
from pydantic import BaseModel, ConfigDict

from assistant.desk import Desk
from assistant.evidence import EvidenceWriter, Handles, Remark, gather
from assistant.notebook import Notebook, apply, noting, read_notebook, write_notebook
from assistant.toolbox import Found, Tool, ToolBox
from prompts import Prompts
from register.vocabulary import Language
from retrieval import RecordIndex


class Mark(BaseModel):
    """Note a wish and remark on a record."""

    model_config = ConfigDict(title="mark", extra="forbid")

    wish: str


def box(index: RecordIndex) -> ToolBox:
    record = index.get("zrk:INF.03")
    assert record is not None

    async def run(arguments: Mark, desk: Desk) -> Found:
        remark = Remark((f"{arguments.wish} po {desk.turn}",), {arguments.wish: desk.turn})
        return Found((record,), (1.0,), remarks={record.id: remark}, edit=noting(wish=arguments.wish))

    return ToolBox((Tool("mark", Mark, run),), EvidenceWriter(Prompts()))


def wanted(wish: str) -> ToolCall:
    return ToolCall(name="mark", args={"wish": wish}, id=wish, type="tool_call")


async def test_edits_are_applied_in_the_order_of_the_calls(snapshot_index: RecordIndex) -> None:
    toolbox = box(snapshot_index)
    called = [await toolbox.call(wanted(wish), Handles(), Desk()) for wish in ("pierwsze", "drugie")]
    assert apply(Notebook(), (one.edit for one in called)).wish == "drugie"
    assert apply(Notebook(), (one.edit for one in reversed(called))).wish == "pierwsze"


async def test_what_was_computed_is_marked_and_survives_a_second_reading(snapshot_index: RecordIndex) -> None:
    toolbox, handles = box(snapshot_index), Handles()
    results = [
        (await toolbox.call(wanted(wish), handles, Desk(turn=3))).message.artifact for wish in ("pierwsze", "drugie")
    ]
    evidence = gather(item for result in results for item in result.evidence)["q1"]
    assert evidence.text.splitlines()[-2:] == [
        "Wyliczenie ZeteRki: drugie po 3",
        "Wyliczenie ZeteRki: pierwsze po 3",
    ]
    assert evidence.facts["computed"] == {"pierwsze": 3, "drugie": 3}
    record = snapshot_index.get("zrk:INF.03")
    assert record is not None
    plain = EvidenceWriter(Prompts()).write(record, "q1", Language.PL)
    assert "computed" not in plain.facts


def test_a_notebook_is_json_and_a_spoilt_one_counts_as_empty() -> None:
    notebook = apply(Notebook(), [noting(wish="fryzjerstwo", consent=False), None])
    assert read_notebook(write_notebook(notebook)) == notebook
    assert write_notebook(Notebook()) == {}
    assert read_notebook({"format": 99, "wish": []}) == Notebook()
