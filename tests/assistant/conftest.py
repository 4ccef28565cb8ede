from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from conversation_script import Chat

from assistant.assemble import assemble
from assistant.service import Assistant, open_assistant
from register.vocabulary import Audience, Language
from retrieval import RecordIndex


@pytest.fixture
async def assistant(snapshot_index: RecordIndex, tmp_path: Path) -> AsyncIterator[Assistant]:
    async with open_assistant(assemble(snapshot_index), tmp_path) as opened:
        yield opened


@pytest.fixture
def chat(assistant: Assistant) -> Chat:
    return Chat(assistant)


@pytest.fixture
def chat_as(assistant: Assistant) -> Callable[..., Chat]:
    def start(audience: Audience | None = None, language: Language | None = None) -> Chat:
        return Chat(assistant, audience, language)

    return start
