"""The grounding rail beside two peers on one set: what is caught, what is stopped wrongly, milliseconds a sentence.

python benchmarks/guardrails_output.py [SET.jsonl]
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.grounding.generate import judge
from evaluation.grounding.rails import road_rails
from evaluation.grounding.score import scores_of
from evaluation.grounding.sets import DATA, Answered
from evaluation.lines import read_lines
from guardrails.frame import Action, OutputRail, Sentence, Verdict
from guardrails.output.reading import read
from register.evidence import Evidence

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CODE = re.compile(r"\b[A-Z]{3}\.\d{2}\b")


@dataclass(frozen=True)
class Plain:
    """The plain check: cited handles exist, digits and codes of the sentence stand in the cited records."""

    least_coverage: float = 0.0
    name: str = "plain"

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        cited = [evidence[handle] for handle in sentence.handles if handle in evidence]
        passed = not sentence.handles or (bool(cited) and self._holds(sentence.text, cited))
        return Verdict(Action.PASSED if passed else Action.DROPPED, sentence.text)

    def _holds(self, text: str, cited: list[Evidence]) -> bool:
        bare = re.sub(r"\[[a-z]\d+\]", "", text)
        known = " ".join(f"{item.title} {item.text} {item.facts}" for item in cited)
        marks = {*_NUMBER.findall(bare), *_CODE.findall(bare)}
        return all(mark in known for mark in marks) and self._covered(bare, known)

    def _covered(self, text: str, known: str) -> bool:
        words = [form.keys for _, form in read(text).content]
        keys = read(known).keys
        return not words or sum(bool(form & keys) for form in words) / len(words) >= self.least_coverage


def main() -> None:
    """Print one line a check."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "dev.jsonl"
    answers = list(read_lines(path, Answered))
    checks: dict[str, tuple[OutputRail, ...]] = {
        "numbers, codes, handles": (Plain(),),
        "+ word-lemma coverage 0.6": (Plain(0.6),),
        "output rails": road_rails(),
    }
    print(f"{path.name}: {len(answers)} answers\n{'check':28}{'caught':>8}{'false alarms':>14}{'ms':>8}")
    for name, rails in checks.items():
        scores = scores_of([judged for answer in answers for judged in judge(answer, rails)])
        print(f"{name:28}{scores['recall']:8.1%}{scores['false_alarm_rate']:14.1%}{scores['ms_per_sentence']:8.2f}")


if __name__ == "__main__":
    main()
