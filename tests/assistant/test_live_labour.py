"""With labour-market sources switched on, an answer gives their figures with dates, and a word when one fails."""

from collections import deque
from datetime import UTC, datetime
from pathlib import Path

import labour_api as api
from conversation_script import Chat, Said
from labour_api import LabourServer

from assistant.assemble import assemble
from assistant.service import open_assistant
from retrieval import RecordIndex
from ui.labour import feed_of
from ui.settings import Settings


async def ask(index: RecordIndex, folder: Path, server: LabourServer, question: str) -> Said:
    settings = Settings(data_dir=folder, labour_live=("cbop",), cbop_url=server.url)
    async with open_assistant(assemble(index, labour=feed_of(settings)), folder) as assistant:
        return await Chat(assistant).user(question)


async def test_offers_are_counted_with_the_day_they_were_counted(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    with LabourServer(api.cbop()) as server:
        said = await ask(snapshot_index, tmp_path, server, "czy jest praca dla fryzjera")
    today = datetime.now(UTC).date().isoformat()
    said.expect("Liczba ofert pracy dla hasła „fryzjer”", "47", today, "nie wszystkie oferty na rynku")
    said.expect_not("Osobowska", "600")
    said.expect_cites("labour:cbop-514101-00")


async def test_a_source_that_is_down_is_named_and_the_rest_is_said(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    with LabourServer(api.cbop(), faults=deque([api.status(503)] * 5)) as server:
        said = await ask(snapshot_index, tmp_path, server, "czy jest praca dla dekarza")
    said.expect("Centralna Baza Ofert Pracy (ePraca) teraz nie odpowiada", "szczególne zapotrzebowanie")
    said.expect("Nie mam danych na temat: oferty pracy")
