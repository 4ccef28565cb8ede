"""Train the reader, measure it on hands it did not learn from, write its models and their cards."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant.models.embedded.learnt import naming, wants
from assistant.models.embedded.learnt.chain import probabilities
from assistant.models.embedded.learnt.linear import Linear, save
from assistant.models.embedded.learnt.stand_ins import write_titles
from assistant.models.embedded.person.selfless import SURE as SURE_PERSONAL
from assistant.models.embedded.words.intents import Intent
from assistant.training import TrainingError
from assistant.training.examples import (
    DATA,
    Example,
    digest,
    patterns,
    read_examples,
    read_requests,
    read_rule_questions,
    read_turns,
    read_unheld_questions,
)
from assistant.training.fit import PENALTY, PENALTY_NAMING, fit_naming, fit_wants
from assistant.training.names import name_words, titles_in
from assistant.training.personal import PENALTY as PENALTY_PERSONAL
from assistant.training.personal import fit_personal, measured, of_nobody, read_told
from assistant.training.renamed import renamed
from assistant.training.rules import train_rules
from assistant.training.turns import read_by, train_turns
from assistant.training.unheld import train_unheld
from retrieval.protocol import RecordIndex

SHARPNESS = 6.5
"""What distances are multiplied by before they become probabilities, so that these come true on unseen hands."""
FEWER_OF_RULES = 4
"""Every fourth question about a rule teaches that rules are wanted: all of them would drown the other wants."""
Say = Callable[[str], None]


def train(out: Path, records: Path, index: RecordIndex, data: Path = DATA, say: Say = lambda _: None) -> dict[str, Any]:
    """Write the models (``.npz`` and a card), ``names.txt`` and ``titles.tsv`` to ``out``; return the cards by name.

    They are ``wants``, ``naming``, ``personal``, ``rules``, ``unheld``, ``turns`` and ``refers``.
    ``records``: folder of the records (``*.jsonl``) that ``index`` holds. The figures of the first two cards are means
    over the writers, each read by weights that learnt from the others only. Raises ``OSError`` and ``TrainingError``.
    """
    out.mkdir(parents=True, exist_ok=True)
    (out / "names.txt").write_text("\n".join(name_words(records)) + "\n", "utf-8")
    write_titles(titles_in(records), out)
    examples = read_examples(data)
    hands = sorted({example.hand for example in examples})
    if len(hands) < 2:
        raise TrainingError("questions of two writers are needed: one is read by what was learnt from the others")
    say(f"{len(examples)} questions of {len(hands)} writers")
    with read_by(out):
        figures = [_measured(examples, hand, say) for hand in hands]
    known = {
        "questions": dict(Counter(example.language for example in examples)),
        "sha256_of_questions": digest(examples),
        "writers": len(hands),
        "limits": "learnt from questions written by the project, none from users",
    }
    say("training the weights that are kept")
    rules = read_rule_questions(data)
    asked = [Example(one.text, (Intent.SYSTEM,), one.language) for one in rules[::FEWER_OF_RULES]]
    requests = read_requests(data)
    with read_by(out):
        wanted = fit_wants([*examples, *renamed((*examples, *requests)), *patterns(), *asked, *requests])
    named = fit_naming([*examples, *requests])
    cards = {
        "wants": {
            **known,
            "model": f"support vectors, one against the rest (scikit-learn), C = {PENALTY:g}",
            "features": "letter n-grams of 3-5, forms, lemmas and pairs of words, hashed, idf",
            "sharpness": SHARPNESS,
            "other_writers": _mean(figures, "wants"),
        },
        "naming": {
            **known,
            "model": f"logistic regression (scikit-learn), C = {PENALTY_NAMING:g}",
            "features": "a word, its ending, two neighbours on each side, whether names of records hold them; hashed; "
            "how marks follow marks (forward-backward)",
            "other_writers": _mean(figures, "naming"),
        },
    }
    for name, model in (("wants", wanted), ("naming", named)):
        save(replace(model, card={**model.card, **cards[name]}), name, out)
    with read_by(out):
        cards["personal"] = train_personal(out, examples, data, say)
    say("training the rules' reader")
    ruled = train_rules(rules, examples, records, index)
    save(replace(ruled, card={**known, **ruled.card, "labels": list(ruled.labels)}), "rules", out)
    said = read_turns(data)
    say("training the reader of what is not held")
    with read_by(out):
        beyond = train_unheld(read_unheld_questions(data), rules, examples, said)
    save(replace(beyond, card={**beyond.card, "limits": known["limits"], "labels": list(beyond.labels)}), "unheld", out)
    say("training the reader of conversations")
    with read_by(out):
        read = train_turns(examples, said)
    for name, model in read.items():
        save(replace(model, card={**known, **model.card}), name, out)
    return {**cards, "rules": ruled.card, "unheld": beyond.card, **{name: model.card for name, model in read.items()}}


def train_personal(
    out: Path, examples: Sequence[Example], data: Path = DATA, say: Say = lambda _: None
) -> dict[str, Any]:
    """Write ``personal`` (``.npz`` and a card) to ``out``; return the card.

    ``examples`` are the questions, which tell of nobody for the most part. Each annotator's requests are marked by
    weights that learnt from the others' for the card's figures.
    """
    say("training what is told of the person")
    told, plain = read_told(data), of_nobody(examples)
    card = {
        "model": f"logistic regression (scikit-learn), C = {PENALTY_PERSONAL:g}, and steps between marks (Viterbi)",
        "features": "a word, three neighbours on each side, marks, its clause, how surely it names the wish; hashed",
        "requests": dict(Counter(one.hand for one in told)),
        "questions": len(plain),
        "least": SURE_PERSONAL,
        "other_annotators": measured(told, plain, SURE_PERSONAL),
        "limits": "learnt from requests written by the project, none from users; «third» had seen the development sets",
    }
    model = fit_personal(told, plain)
    save(replace(model, card={**card, **model.card}), "personal", out)
    return card


def _measured(examples: Sequence[Example], hand: str, say: Say) -> dict[str, dict[str, float]]:
    say(f"without the questions of «{hand}»")
    others = [example for example in examples if example.hand != hand]
    own = [example for example in examples if example.hand == hand]
    return {
        "wants": _right_wants(fit_wants([*others, *renamed(others), *patterns()]), own),
        "naming": _right_names(fit_naming(others), own),
    }


def _right_wants(model: Linear, examples: Iterable[Example]) -> dict[str, float]:
    """The share of questions whose want, or one of whose wants, comes first; of all and of each language."""
    right: dict[str, list[bool]] = {}
    for example in examples:
        scores = wants.scores_of(model, example.text)
        found = max((label for label in scores if label != wants.LEANS), key=scores.__getitem__) in example.intents
        for part in ("all", example.language):
            right.setdefault(part, []).append(found)
    return {part: sum(found) / len(found) for part, found in right.items()}


def _right_names(model: Linear, examples: Iterable[Example]) -> dict[str, float]:
    """The share of questions whose subject is found exactly, and of those without one in which none is found."""
    exact, empty = [], []
    for example in examples:
        words, wanted = example.marked
        if not words:
            continue
        chances = probabilities(naming.scores(model, words), np.array(model.card["steps"]))
        found = set(np.flatnonzero(chances >= naming.SURE).tolist())
        exact.append(_content(words, found) == _content(words, wanted))
        if not wanted:
            empty.append(not found)
    return {"exact": sum(exact) / len(exact), "none_where_none": sum(empty) / max(1, len(empty))}


def _content(words: Sequence[Any], places: Iterable[int]) -> set[str]:
    return {words[place].surface for place in places if not words[place].stop}


def _mean(figures: Sequence[dict[str, dict[str, float]]], name: str) -> dict[str, float]:
    parts = dict.fromkeys(part for figure in figures for part in figure[name])
    values = {part: [figure[name][part] for figure in figures if part in figure[name]] for part in parts}
    return {part: round(sum(found) / len(found), 3) for part, found in values.items()}
