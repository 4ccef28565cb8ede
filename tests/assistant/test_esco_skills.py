"""Free words about a skill, linked to ESCO where an operator has it, to our own records where not; always confirmed."""

from collections import deque
from datetime import date
from pathlib import Path

import labour_api as api
from conversation_script import Chat
from labour_api import LabourServer

from assistant.assemble import assemble
from assistant.service import Assistant, open_assistant
from ingest.bringing import BRINGERS
from ingest.job import Job
from retrieval import RecordIndex
from ui.settings import Settings
from ui.skills import skills_of

SAID = "zapisz w profilu że umiem strzyc włosy"
URI = "http://data.europa.eu/esco/occupation/test"


async def linked(assistant: Assistant, chat: Chat) -> list[str]:
    await chat.user("1")
    kept = await assistant.export(chat.thread)
    assert kept is not None
    entries = kept.notebook.profile.entries
    return [link.id for entry in entries for link in entry.links]


async def test_the_api_proposes_and_the_user_confirms(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    with LabourServer(api.esco("strzyżenie włosów na sucho")) as server:
        settings = Settings(data_dir=tmp_path, labour_live=("esco",), esco_url=server.url)
        async with open_assistant(assemble(snapshot_index, esco=skills_of(settings)), tmp_path) as assistant:
            chat = Chat(assistant)
            (await chat.user(SAID)).expect("1) strzyżenie włosów na sucho (ESCO)", "2)")
            assert await linked(assistant, chat) == [f"esco:{URI}"]
    (asked,) = server.calls
    assert (asked.query["type"], asked.query["text"], asked.query["language"]) == ("skill", "umiem strzyc włosy", "pl")


async def test_an_api_that_is_down_leaves_our_own_records(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    with LabourServer(api.esco(), faults=deque([api.status(503)] * 3)) as server:
        settings = Settings(data_dir=tmp_path, labour_live=("esco",), esco_url=server.url)
        async with open_assistant(assemble(snapshot_index, esco=skills_of(settings)), tmp_path) as assistant:
            chat = Chat(assistant)
            (await chat.user(SAID)).expect("1)").expect_not("ESCO")
            assert all(one.startswith(("zrk:", "kzis:")) for one in await linked(assistant, chat))


async def test_names_an_operator_brought_need_no_network(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    folder, data_dir = tmp_path / "esco", tmp_path / "data"
    folder.mkdir()
    (folder / "occupations_pl.csv").write_text(
        "conceptUri,preferredLabel\nhttp://wymyslony/zawod,zawód wymyślony\n", "utf-8"
    )
    names = 'conceptUri,preferredLabel,altLabels\nhttp://wymyslona/1,obcinanie włosów,"strzyc włosy\nciąć włosy"\n'
    (folder / "skills_pl.csv").write_text(f"{names}http://wymyslona/2,pieczenie chleba,\n", "utf-8")
    brought = BRINGERS["esco"](Job(data_dir, "", date(2026, 11, 28), (str(folder),)))
    assert brought.read == 3
    settings = Settings(data_dir=data_dir)
    async with open_assistant(assemble(snapshot_index, esco=skills_of(settings)), tmp_path) as assistant:
        chat = Chat(assistant)
        (await chat.user(SAID)).expect("1) obcinanie włosów (ESCO)").expect_not("pieczenie")
        assert await linked(assistant, chat) == ["esco:http://wymyslona/1"]


def test_without_either_nothing_is_asked(tmp_path: Path) -> None:
    assert skills_of(Settings(data_dir=tmp_path)) is None
