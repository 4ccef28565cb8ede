"""Bars as inline SVG; matplotlib draws them and is needed for nothing else."""

import io
from collections.abc import Mapping
from html import escape


def bars(title: str, shares: Mapping[str, float]) -> str:
    """Return horizontal bars of shares in 0-1, lowest first, as SVG; nothing where matplotlib is not installed."""
    try:
        from matplotlib import rc_context  # noqa: PLC0415 - heavy, and an extra
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError:
        return ""
    ordered = sorted(shares.items(), key=lambda item: -item[1])
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": title, "font.size": 10}):
        figure = Figure(figsize=(7, 0.6 + 0.28 * len(ordered)), layout="constrained")
        axes = figure.add_subplot()
        drawn = axes.barh([name for name, _ in ordered], [value for _, value in ordered], color="#1d4f8c")
        axes.bar_label(drawn, labels=[f"{value:.2f}" for _, value in ordered], padding=3)
        axes.set_xlim(0, 1.1)
        axes.spines[["top", "right"]].set_visible(False)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None})
    svg = file.getvalue()
    named = f'<svg role="img" aria-label="{escape(title)}: {escape(_spoken(shares))}"'
    return svg[svg.index("<svg") :].replace("<svg", named, 1)


def _spoken(shares: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in sorted(shares.items(), key=lambda item: item[1]))
