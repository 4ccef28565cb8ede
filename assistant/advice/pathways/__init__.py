"""Pathways: routes from where a person stands to an occupation or qualification, each step with the rule behind it."""

from assistant.advice.pathways.drawing import mermaid, svg
from assistant.advice.pathways.goal import Goal, NoGoalError, goal_of
from assistant.advice.pathways.model import (
    Condition,
    Constraints,
    Foreign,
    Met,
    Months,
    Pathways,
    Route,
    Schooling,
    Step,
    StepKind,
)
from assistant.advice.pathways.routes import career_pathways

__all__ = [
    "Condition",
    "Constraints",
    "Foreign",
    "Goal",
    "Met",
    "Months",
    "NoGoalError",
    "Pathways",
    "Route",
    "Schooling",
    "Step",
    "StepKind",
    "career_pathways",
    "goal_of",
    "mermaid",
    "svg",
]
