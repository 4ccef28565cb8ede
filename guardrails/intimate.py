"""What belongs in no notes: illness, pregnancy, death, love, faith, a crime told of oneself or one's family."""

from guardrails.lexicon import load
from guardrails.normalise import plain


def is_intimate(text: str) -> bool:
    """Tell whether ``text`` tells something intimate of the person."""
    return bool(load("intimate").find(plain(text)))
