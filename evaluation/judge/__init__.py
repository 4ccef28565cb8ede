"""Measures that a language model judges: verdicts over a kept run, several times over, with how far they agree."""
