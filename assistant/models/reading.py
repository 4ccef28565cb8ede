"""What a model gets to read of the evidence: the best records whole, others cut, the rest by name with handle."""

from collections.abc import Sequence

from langchain_core.messages import BaseMessage, ToolMessage

from assistant.models.tokens import TokenCounter
from assistant.toolbox import ToolResult
from guardrails.evidence import mark_off
from register.evidence import Evidence

SHARE = 0.6  # of what is left goes to each result, so that a later one changes nothing before it
LEAST_LETTERS = 120
MARKS = 50  # letters that mark a text off
NOTES = 400


def trimmed(work: Sequence[BaseMessage], counter: TokenCounter, tokens: int) -> list[BaseMessage]:
    """Return the messages of the turn with their results cut to ``tokens`` in all.

    Each round of tools gets a share of what the rounds before have left: the messages of a round are the same in
    every later request, which keeps the server's cache of the prompt.
    """
    seen: set[str] = set()
    left = tokens
    messages: list[BaseMessage] = []
    for group in _rounds(work):
        if isinstance(group[0], ToolMessage):
            results = [message for message in group if isinstance(message, ToolMessage)]
            texts = _texts(results, seen, int(counter.letters_a_token * left * SHARE))
            messages += [
                ToolMessage(_written(result, texts), tool_call_id=result.tool_call_id, name=result.name)
                for result in results
            ]
            left -= counter.of_messages(messages[-len(results) :])
            left = max(left, 0)
        else:
            messages += group
    return messages


def _rounds(work: Sequence[BaseMessage]) -> list[list[BaseMessage]]:
    groups: list[list[BaseMessage]] = []
    for message in work:
        if groups and isinstance(message, ToolMessage) and isinstance(groups[-1][0], ToolMessage):
            groups[-1].append(message)
        else:
            groups.append([message])
    return groups


def _texts(results: Sequence[ToolMessage], seen: set[str], letters: int) -> dict[str, str]:
    """Give the letters to the records in the order of their fit, the best one always has some.

    A record for which nothing is left, or which was read before, is only named.
    """
    texts: dict[str, str] = {}
    letters = max(letters - sum(len(item.title) + MARKS for _, item in _fits(results)), LEAST_LETTERS)
    for _, item in sorted(_fits(results), key=lambda one: -one[0]):
        if item.handle in texts or item.handle in seen:
            texts.setdefault(item.handle, "")
            continue
        texts[item.handle] = _cut(item.text, letters) if letters >= LEAST_LETTERS else ""
        letters -= len(texts[item.handle])
        seen.add(item.handle)
    return texts


def _fits(results: Sequence[ToolMessage]) -> list[tuple[float, Evidence]]:
    artifacts = [result.artifact for result in results if isinstance(result.artifact, ToolResult)]
    return [
        (fit, item)
        for artifact in artifacts
        for item, fit in zip(artifact.evidence, artifact.confidences, strict=False)
    ]


def _written(message: ToolMessage, texts: dict[str, str]) -> str:
    result = message.artifact
    if not isinstance(result, ToolResult) or not result.evidence:
        return str(message.content)
    records = [_record(item, texts.get(item.handle, ""), result.mark) for item in result.evidence]
    notes = "\n".join(result.notes)[:NOTES]
    return "\n\n".join((*records, notes)).strip()


def _record(item: Evidence, text: str, mark: str) -> str:
    head = f"[{item.handle}] {item.title}"
    return f"{head}\n{mark_off(text, mark)}" if text else head


def _cut(text: str, letters: int) -> str:
    """Cut at the end of a line, or of a word, that still fits."""
    if len(text) <= letters:
        return text
    head = text[:letters]
    end = head.rfind("\n") if head.rfind("\n") > letters // 2 else head.rfind(" ")
    return f"{head[: end if end > 0 else letters]} …"
