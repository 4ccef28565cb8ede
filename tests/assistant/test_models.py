"""The turn goes on when a chat model does not answer."""

from pathlib import Path

import pytest
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.answer import Request
from assistant.assemble import assemble
from assistant.context import NamedModel
from assistant.service import Assistant, open_assistant
from retrieval import RecordIndex


@pytest.fixture
def unreachable() -> NamedModel:
    # Port 9 (discard) is closed on loopback: the connection is refused at once.
    server = ChatOpenAI(base_url="http://127.0.0.1:9/v1", api_key=SecretStr("test"), max_retries=0, timeout=2)
    return NamedModel("unreachable", server)


async def test_the_embedded_model_finishes_a_turn_that_a_server_refused(
    snapshot_index: RecordIndex, tmp_path: Path, unreachable: NamedModel
) -> None:
    async with open_assistant(assemble(snapshot_index, models=(unreachable,)), tmp_path) as assistant:
        assert assistant.model == "unreachable"
        answer = await assistant.answer(Request(message="Co to jest INF.03?"))
    assert (answer.model, answer.fallback, answer.status) == ("embedded", True, "answered")
    assert [citation.record_id for citation in answer.citations][:1] == ["zrk:INF.03"]


async def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    first, second = [await assistant.answer(Request(message="praca ze zwierzętami")) for _ in range(2)]
    assert first.text == second.text
    assert first.citations == second.citations


async def test_an_answer_names_the_prompts_it_used(assistant: Assistant) -> None:
    answer = await assistant.answer(Request(message="Co to jest INF.03?"))
    assert set(answer.prompts) == {"system"}
    assert all(len(value) == 64 for value in answer.prompts.values())
