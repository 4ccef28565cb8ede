"""The metrics of ragas that a judge decides, with our frozen prompts in the place of theirs.

Definitions: ragas 0.4, ``ragas.metrics.collections`` (Es, James, Espinosa-Anke, Schockaert: *RAGAS: Automated
Evaluation of Retrieval Augmented Generation*, EACL 2024). This module imports ragas: open it through ``opening``.
"""

from collections.abc import Awaitable, Mapping
from typing import Any

from ragas.messages import AIMessage, HumanMessage, ToolCall
from ragas.metrics.collections import (
    AgentGoalAccuracyWithoutReference,
    AnswerRelevancy,
    ContextPrecisionWithoutReference,
    ContextPrecisionWithReference,
    ContextRecall,
    FactualCorrectness,
    Faithfulness,
    NoiseSensitivity,
    TopicAdherence,
)

from evaluation.cases import Case, Played
from evaluation.judge.frozen import allowed_topics, frozen
from evaluation.judge.server import JudgeModel, OwnEmbedding, counted
from evaluation.metrics.answers import plain

_PROMPTS: Mapping[str, Mapping[str, str]] = {
    "faithfulness": {"statement_generator_prompt": "statements", "nli_statement_prompt": "inference"},
    "answer_relevancy": {"prompt": "relevance"},
    "context_precision": {"prompt": "usefulness"},
    "context_precision_by_answer": {"prompt": "usefulness"},
    "context_recall": {"prompt": "attribution"},
    "factual_correctness": {"prompt": "claims", "nli_prompt": "inference"},
    "noise_sensitivity": {"statement_prompt": "statements", "faithfulness_prompt": "inference"},
    "topic_adherence": {
        "topic_extraction_prompt": "topics",
        "topic_refused_prompt": "refusal",
        "topic_classification_prompt": "scope",
    },
    "agent_goal_accuracy": {"workflow_prompt": "goal", "compare_outcome_prompt": "outcome"},
}


class Measures:
    """Every metric, for one judge. ``of_turn`` and ``of_case`` give what there is to judge, by name."""

    def __init__(self, judge: JudgeModel, embedding: OwnEmbedding) -> None:
        made: dict[str, Any] = {
            "faithfulness": Faithfulness(llm=judge),
            "answer_relevancy": AnswerRelevancy(llm=judge, embeddings=embedding, strictness=1),
            "context_precision": ContextPrecisionWithReference(llm=judge),
            "context_precision_by_answer": ContextPrecisionWithoutReference(llm=judge),
            "context_recall": ContextRecall(llm=judge),
            "factual_correctness": FactualCorrectness(llm=judge),
            "noise_sensitivity": NoiseSensitivity(llm=judge),
            "topic_adherence": TopicAdherence(llm=judge, mode="precision"),
            "agent_goal_accuracy": AgentGoalAccuracyWithoutReference(llm=judge),
        }
        self._metrics = {name: _with_frozen(metric, _PROMPTS[name]) for name, metric in made.items()}
        self._topics = allowed_topics()
        self.counted = counted

    def of_turn(self, played: Played) -> dict[str, Awaitable[Any]]:
        """Return what is to be judged of one turn: nothing where nothing was found or said, less without reference."""
        turn, reference = played.turn, played.expect.reference
        if not turn.evidence or not turn.sentences:
            return {}
        read = [f"{one.title}\n{one.text}" for one in turn.evidence]
        asked, said = turn.message, plain(turn)
        found: dict[str, dict[str, Any]] = {
            "faithfulness": {"user_input": asked, "response": said, "retrieved_contexts": read},
            "answer_relevancy": {"user_input": asked, "response": said},
            "context_precision_by_answer": {"user_input": asked, "response": said, "retrieved_contexts": read},
        }
        if reference:
            known = {"user_input": asked, "reference": reference, "retrieved_contexts": read}
            found["context_precision"] = known
            found["context_recall"] = known
            found["factual_correctness"] = {"response": said, "reference": reference}
            found["noise_sensitivity"] = {**known, "response": said}
        return {name: self._metrics[name].ascore(**given) for name, given in found.items()}

    def of_case(self, case: Case) -> dict[str, Awaitable[Any]]:
        """Return what is to be judged of a whole conversation."""
        said = [message for played in case.turns for message in _messages(played)]
        return {
            "topic_adherence": self._metrics["topic_adherence"].ascore(user_input=said, reference_topics=self._topics),
            "agent_goal_accuracy": self._metrics["agent_goal_accuracy"].ascore(user_input=said),
        }


def _with_frozen(metric: Any, prompts: Mapping[str, str]) -> Any:
    for attribute, name in prompts.items():
        setattr(metric, attribute, frozen(name, getattr(metric, attribute).output_model))
    return metric


def _messages(played: Played) -> list[HumanMessage | AIMessage]:
    calls = [ToolCall(name=one["name"], args=one.get("args", {})) for one in played.turn.answer.get("tools", ())]
    return [HumanMessage(content=played.turn.message), AIMessage(content=played.turn.text, tool_calls=calls or None)]
