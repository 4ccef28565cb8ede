"""Meet every pattern of the input rails with long hostile texts; a program of its own, so that it can be killed."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import guardrails
from guardrails.glance import Cue
from guardrails.lexicon import DATA, load
from guardrails.personal import find

LENGTH = 50_000
# Whole messages for the masks: what one place shows is looked for around the others, so that places must not multiply.
MESSAGE = 12_000
PLACES = (
    "a.b@example.com ",
    "Anna Kos, ",
    "anna kos ",
    "pesel 1O 2-3/4_5 ",
    "9O1O2112345 ",
    "jeden dwa 3 ",
    "ur. 3 maja dwa tysiące ",
    "mieszkam Lipowa 5/7, ",
    "ABC 12345O ",
    "Pan A. B., ",
    "a kropka ",
    "Ол Ко, ",
)
# Phrase patterns are of one making (lexicon.py): every eighth meets all texts, the others those of their own words.
EVERY = 8
OWN = 2


def own_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the input rails' modules, and of the phrase files."""
    for module in pkgutil.walk_packages(guardrails.__path__, "guardrails."):
        if module.name.startswith("guardrails.output"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            values = value if isinstance(value, tuple) else (value,)
            flat = [part for item in values for part in (item if isinstance(item, tuple) else (item,))]
            for part in flat:
                pattern = part.pattern if isinstance(part, Cue) else part
                if isinstance(pattern, re.Pattern):
                    yield f"{module.name} {name}", pattern
    for name in (path.stem for path in DATA.glob("*.yaml") if path.stem != "helplines"):
        for pattern in load(name).patterns():
            yield f"{name}.yaml {pattern.pattern[:40]}", pattern


def hostile(pattern: str) -> Iterator[str]:
    """Long texts of the pattern's own pieces: they make it start everywhere and end nowhere."""
    literal = re.sub(r"\\.|[^\w ]", " ", pattern)[:24] or "a"
    for seed in (
        "1 ",
        "1",
        "a.",
        "a ",
        "a@",
        "A-",
        "ab ",
        "Ab ",
        "=",
        "[",
        "<",
        "\\u",
        "0x",
        "1O",
        "1/",
        "1-",
        "A. ",
        "a kropka ",
        "jeden ",
        "Аб ",
        f"{literal} ",
        literal.strip() or "a",
    ):
        yield (seed * LENGTH)[:LENGTH] + "!"


def main() -> None:
    for place, (name, pattern) in enumerate(own_patterns()):
        texts = hostile(pattern.pattern)
        for text in list(texts)[-OWN:] if ".yaml" in name and place % EVERY else texts:
            for _ in pattern.finditer(text):
                pass
    for seed in PLACES:
        find((seed * MESSAGE)[:MESSAGE])
    print("done")  # noqa: T201 - the word the test waits for


if __name__ == "__main__":
    main()
