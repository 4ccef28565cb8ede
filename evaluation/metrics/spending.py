"""What model servers were used for: tokens and cost; nothing where none was asked."""

from collections.abc import Mapping

COUNTED = ("requests", "prompt_tokens", "cached_tokens", "completion_tokens")


def used_of(spent: Mapping[str, float]) -> dict[str, float]:
    """Return the sums by name: whole tokens, the cost in the price's currency where there is a price."""
    if not spent.get("requests"):
        return {}
    cost = {"cost": round(spent["cost"], 6)} if "cost" in spent else {}
    return {**{name: int(spent.get(name, 0)) for name in COUNTED}, **cost}
