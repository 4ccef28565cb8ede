"""A conversation that reads as a transcript: ``await chat.user("…")`` and then what is expected of the answer."""

import re
from dataclasses import dataclass
from itertools import count

from assistant.answer import Answer, Request
from assistant.service import Assistant
from register.vocabulary import AnswerStatus, Audience, Language

_THREADS = count(1)


def folded(text: str) -> str:
    return re.sub(r"[\s\u2010-\u2015-]+", " ", text.casefold())


@dataclass
class Said:
    """What the assistant said to one message."""

    answer: Answer

    def expect(self, *parts: str) -> "Said":
        for part in parts:
            assert folded(part) in folded(self.answer.text), f"{part!r} is not in: {self.answer.text}"
        return self

    def expect_not(self, *parts: str) -> "Said":
        for part in parts:
            assert folded(part) not in folded(self.answer.text), f"{part!r} is in: {self.answer.text}"
        return self

    def expect_status(self, *statuses: AnswerStatus) -> "Said":
        assert self.answer.status in statuses, f"{self.answer.status}: {self.answer.text}"
        return self

    def expect_cites(self, *record_ids: str) -> "Said":
        cited = {citation.record_id for citation in self.answer.citations}
        assert set(record_ids) <= cited, f"cited: {sorted(cited)}"
        return self

    def expect_tools(self, *names: str) -> "Said":
        used = {tool.name for tool in self.answer.tools}
        assert set(names) <= used, f"used: {sorted(used)}"
        return self

    def expect_language(self, language: Language) -> "Said":
        assert self.answer.language is language
        return self


class Chat:
    """One thread of one user."""

    def __init__(self, assistant: Assistant, audience: Audience | None = None, language: Language | None = None):
        self.assistant = assistant
        self.audience = audience
        self.language = language
        self.thread = f"transcript-{next(_THREADS)}"

    async def user(self, message: str) -> Said:
        request = Request(message=message, thread_id=self.thread, audience=self.audience, language=self.language)
        return Said(await self.assistant.answer(request))
