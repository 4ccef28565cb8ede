"""The judge on its server, as ragas wants it: asked through the product's own client, what it used is counted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
from langchain_core.messages import AIMessageChunk, HumanMessage
from ragas.embeddings.base import BaseRagasEmbedding
from ragas.llms.base import InstructorBaseRagasLLM

from assistant.models.asking import ModelError, ask
from assistant.models.faults import fault_of
from assistant.models.served import ServedModel
from assistant.usage import Used, added, priced, used_by
from evaluation.judge.verdicts import ModelT, NonsenseError, read_verdict
from retrieval.embedding.base import Embedder

_used: ContextVar[list[Used]] = ContextVar("used")


class JudgeGoneError(RuntimeError):
    """The judge does not answer any more; what it said before is kept."""


class JudgeModel(InstructorBaseRagasLLM):
    """Asks one question at a time; ``seed`` tells repetitions apart on servers that can repeat themselves."""

    def __init__(self, served: ServedModel, seed: int) -> None:
        self._served = served
        self._stream = served.chat.bind(seed=seed)

    def generate(self, prompt: str, response_model: type[ModelT]) -> ModelT:
        """Refuse: a run is asked asynchronously."""
        raise NotImplementedError("the judge is asked by agenerate")

    async def agenerate(self, prompt: str, response_model: type[ModelT]) -> ModelT:
        """Return the verdict; raises ``NonsenseError`` for one that is none, ``JudgeGoneError`` for none at all."""
        whole = await self._ask(prompt)
        said = str(whole.content)
        description = self._served.description
        used = used_by(
            whole.usage_metadata,
            letters=len(prompt),
            words=len(said),
            letters_a_token=description.letters_a_token,
        )
        _used.get([]).append(priced(used, description.price))
        return read_verdict(said, response_model, prompt)

    async def _ask(self, prompt: str) -> AIMessageChunk:
        seconds = self._served.description.patience.total
        try:
            return await ask(self._served, self._stream, [HumanMessage(str(prompt))], seconds=seconds, hear=_all_of_it)
        except ModelError as error:
            if error.__cause__ is not None and not fault_of(error.__cause__).server:
                raise NonsenseError(f"the judge refused the request: {error}") from error
            raise JudgeGoneError(f"the judge {self._served.description.name} is gone: {error}") from error


class OwnEmbedding(BaseRagasEmbedding):
    """The packaged embedding, for answer relevancy: nothing leaves the machine and it costs nothing."""

    def __init__(self, embedder: Embedder) -> None:
        super().__init__()
        self._embedder = embedder

    def embed_text(self, text: str, **kwargs: Any) -> list[float]:  # noqa: ARG002 - the shape ragas asks for
        """Embed as a question; a text without a known piece gets a direction that is like no other."""
        vector = self._embedder.query(text)
        return vector if np.any(vector) else [1e-9] * len(vector)

    async def aembed_text(self, text: str, **kwargs: Any) -> list[float]:
        """Embed as a question."""
        return self.embed_text(text, **kwargs)


@contextmanager
def counted() -> Iterator[Used]:
    """Give the sum of what is used inside, filled when the block ends."""
    total: Used = {}
    spent: list[Used] = []
    token = _used.set(spent)
    try:
        yield total
    finally:
        _used.reset(token)
        total.update(_sum(spent))


def _sum(parts: Sequence[Used]) -> Used:
    whole: Used = {}
    for part in parts:
        whole = added(whole, part)
    return whole


def _all_of_it(chunk: AIMessageChunk) -> bool:  # noqa: ARG001 - the shape of a listener
    return True
