"""Evaluation: one package per task, each with the same verbs, `generate` and `score`."""
