"""Tools called one after another with the notebook kept between them, as within one conversation."""

from typing import Any

from langchain_core.messages.tool import ToolCall

from assistant.answer import Recommendation
from assistant.assemble import assemble
from assistant.desk import Desk
from assistant.evidence import Handles
from assistant.notebook import Notebook, apply
from assistant.toolbox import ToolResult
from register.vocabulary import Language
from retrieval import RecordIndex


class AdviceDesk:
    """One conversation: what was said, what is noted, and the last result."""

    def __init__(self, index: RecordIndex, language: Language = Language.PL) -> None:
        self.toolbox = assemble(index).toolbox
        self.language = language
        self.notebook = Notebook()
        self.said: list[str] = []
        self.handles = Handles()

    def says(self, words: str) -> None:
        self.said.append(words)

    async def call(self, name: str, **arguments: Any) -> ToolResult:
        desk = Desk(self.notebook, self.language, said=tuple(self.said), turn=max(len(self.said), 1))
        called = await self.toolbox.call(
            ToolCall(name=name, args=arguments, id=name, type="tool_call"), self.handles, desk
        )
        self.notebook = apply(self.notebook, [called.edit])
        result: ToolResult = called.message.artifact
        return result

    async def recommended(self, **arguments: Any) -> tuple[Recommendation, ...]:
        return (await self.call("recommend_qualifications", **arguments)).recommendations
