"""What the small model weighs: each feature is one readable question about a sentence and its evidence."""

from guardrails.output.claim import Claim
from guardrails.output.features.aligned import aligned_with
from guardrails.output.features.conditions import condition_dropped, past_dropped
from guardrails.output.features.denial import negation
from guardrails.output.features.modality import modality, scope
from guardrails.output.features.order import out_of_order, reversed_order
from guardrails.output.features.subject import rivals, wrong_subject
from guardrails.output.features.words import Similarity, labelled, words
from guardrails.output.figures import swapped_context

NAMES = (
    "uncovered",
    "mostly_uncovered",
    "best_unit_gap",
    "unfounded_nouns",
    "unfounded_others",
    "unfounded_firm",
    "two_nouns",
    "elsewhere",
    "wrong_subject",
    "topic_away",
    "must_new",
    "must_for_may",
    "free_for_must",
    "may_for_must",
    "forbid_new",
    "forbid_lost",
    "recommend_shift",
    "suffice_new",
    "negation_new",
    "negation_lost",
    "polarity",
    "denial",
    "condition_dropped",
    "universal_new",
    "universal_for_some",
    "exclusive_new",
    "exclusive_dropped",
    "cause_new",
    "promise_new",
    "order",
    "out_of_order",
    "past_dropped",
    "rival",
    "swap",
    "swap_own",
    "swap_clear",
    "endless_new",
    "absence",
    "absence_wrong",
    "foreign_language",
    "foreign_uncovered",
    "length",
    "several_cited",
)


def features(claim: Claim, similarity: Similarity | None = None) -> dict[str, float]:
    """Return the features of one cited sentence, each between 0 and 1."""
    aligned = aligned_with(claim)
    found = {
        **words(claim, similarity),
        **modality(claim, aligned),
        **scope(claim, aligned),
        **negation(claim),
    }
    found["condition_dropped"] = condition_dropped(claim)
    found["order"] = reversed_order(claim)
    found["out_of_order"] = out_of_order(claim)
    found["rival"] = min(1.0, float(len(rivals(claim))))
    found["swap"], found["swap_own"] = swapped_context(claim)
    found["swap_clear"] = found["swap"] * found["swap_own"]
    found["denial"] = found["negation_new"] * found["polarity"]
    found["endless_new"] = float(
        "endless" in claim.reading.names and not any("#indefinite" in source.keys for source in claim.cited)
    )
    found["wrong_subject"] = wrong_subject(claim)
    found["past_dropped"] = past_dropped(claim)
    foreign = 0.0 if claim.language == "pl" else 1.0
    found["foreign_language"] = foreign
    found["mostly_uncovered"] = (1 - foreign) * float(found["uncovered"] >= 0.65)
    found["foreign_uncovered"] = foreign * found["uncovered"]
    found["length"] = min(1.0, len(claim.words) / 20)
    found["several_cited"] = float(len(claim.cited) > 1)
    found["absence"] = float("absence" in claim.reading.names)
    found["absence_wrong"] = found["absence"] * labelled(claim)
    return {name: found[name] for name in NAMES}
