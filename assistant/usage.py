"""What a turn has used of model servers: kept in the state as plain numbers, shown in the answer."""

from collections.abc import Mapping
from typing import Any

from langchain_core.messages.ai import UsageMetadata

from assistant.answer import Usage
from assistant.models.description import Price

Used = dict[str, float]
MILLION = 1_000_000


def used_by(reported: UsageMetadata | None, *, letters: int, words: int, letters_a_token: float) -> Used:
    """Return what one request used, as the server reports it; where it does not, as estimated from the letters."""
    if reported:
        cached = reported.get("input_token_details", {}).get("cache_read", 0) or 0
        return {
            "prompt_tokens": reported["input_tokens"],
            "cached_tokens": cached,
            "completion_tokens": reported["output_tokens"],
            "requests": 1,
        }
    return {
        "prompt_tokens": round(letters / letters_a_token),
        "completion_tokens": round(words / letters_a_token),
        "requests": 1,
        "estimated": 1,
    }


def priced(used: Used, price: Price | None) -> Used:
    """Add the cost, in the price's currency, where there is a price (per million tokens)."""
    if price is None:
        return used
    cost = used["prompt_tokens"] * price.prompt + used["completion_tokens"] * price.completion
    return {**used, "cost": cost / MILLION}


def added(one: Mapping[str, float], other: Mapping[str, float]) -> Used:
    """Return the sum."""
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}


def spent(used: Mapping[str, Any]) -> int:
    """Return the tokens of prompts and replies together."""
    return int(used.get("prompt_tokens", 0) + used.get("completion_tokens", 0))


def as_shown(used: Mapping[str, float]) -> Usage | None:
    """Return what the answer shows; nothing where no server was asked."""
    if not used.get("requests"):
        return None
    return Usage(
        prompt_tokens=int(used.get("prompt_tokens", 0)),
        cached_tokens=int(used.get("cached_tokens", 0)),
        completion_tokens=int(used.get("completion_tokens", 0)),
        requests=int(used["requests"]),
        estimated=bool(used.get("estimated")),
        cost=round(used["cost"], 6) if "cost" in used else None,
    )
