"""With the live register switched on, an answer says where its data come from."""

from collections import deque
from pathlib import Path

from conversation_script import Chat
from register_api import RegisterServer, reset

from assistant.assemble import assemble
from assistant.service import open_assistant
from ingest.sources.json_api import RegisterApi
from ingest.sources.live import LiveRegister
from ingest.sources.polite import Manners
from retrieval import RecordIndex

IMPATIENT = Manners(per_second=1_000, attempts=1, timeout=5)
CURRENT = [{"id": 13481, "name": "Prowadzenie procesu treningu personalnego", "prk_level": 6}]


async def ask(index: RecordIndex, folder: Path, server: RegisterServer, question: str) -> tuple[str, str]:
    live = LiveRegister(RegisterApi.at(server.url, IMPATIENT))
    async with open_assistant(assemble(index, live=live), folder) as assistant:
        said = await Chat(assistant).user(question)
    live.close()
    return said.answer.text, said.answer.citations[0].record_id


async def test_the_registers_own_word_is_preferred_and_named(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    with RegisterServer(CURRENT) as server:
        text, cited = await ask(snapshot_index, tmp_path, server, "Jaki poziom ma 13481?")
    assert "poziom 6" in text, "the snapshot holds level 4"
    assert "bezpośrednio z rejestru" in text
    assert cited == "zrk:13481"


async def test_the_stored_record_stands_in_when_the_register_is_down(
    snapshot_index: RecordIndex, tmp_path: Path
) -> None:
    with RegisterServer(CURRENT, faults=deque([reset] * 20)) as server:
        text, cited = await ask(snapshot_index, tmp_path, server, "Jaki poziom ma 13481?")
    assert "poziom 4" in text
    assert "nie odpowiada" in text
    assert cited == "zrk:13481"
