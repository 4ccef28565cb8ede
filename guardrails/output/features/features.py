"""What the small model weighs: each feature is one readable question about a sentence and its evidence."""

from collections.abc import Mapping

from guardrails.output.claim import Claim
from guardrails.output.comparisons import compared
from guardrails.output.features.aligned import aligned_with
from guardrails.output.features.clashes import clashes
from guardrails.output.features.conditions import condition_dropped, past_dropped
from guardrails.output.features.denial import negation
from guardrails.output.features.fields import fields
from guardrails.output.features.modality import modality, scope
from guardrails.output.features.order import out_of_order, reversed_order
from guardrails.output.features.scopes import scopes
from guardrails.output.features.subject import rivals, wrong_subject
from guardrails.output.features.words import Similarity, labelled, words
from guardrails.output.figures import swapped_context, unfounded_words
from guardrails.output.quantities import unit_of

NAMES = (
    "figure_in_words",
    "bare_unit",
    "opposite",
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
    "has_figures",
    "field_wrong",
    "field_right",
    "certain_for_hedged",
    "present_for_dated",
    "outside_new",
    "outside_told",
    "reason_unfounded",
    "clash_institution",
    "clash_audience",
    "clash_school",
    "clash_closed",
    "compared_right",
    "compared_unknown",
)


_SHORT = 0.15
"""Of a sentence of up to three words (``length`` counts to twenty) one clause is all there is."""


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
    spoken = [" " in item.text or not unit_of(claim.reading.tokens[item.start]) for item in unfounded_words(claim)]
    found["figure_in_words"] = float(any(spoken))
    found["bare_unit"] = float(bool(spoken) and not any(spoken))
    found |= clashes(claim)
    found |= fields(claim) | scopes(claim, found["uncovered"])
    found["has_figures"] = min(1.0, len(claim.reading.quantities) / 3)
    found["compared_right"], found["compared_unknown"] = compared(claim)
    found["opposite"] = float(says_the_opposite(found))
    return {name: found[name] for name in NAMES}


def says_the_opposite(found: Mapping[str, float]) -> bool:
    """Tell whether a sentence has all its words from the record and denies what that affirms, or the reverse."""
    turned = found["negation_lost"] or found["negation_new"] or found["length"] <= _SHORT
    return bool(turned) and found["polarity"] >= 1 and found["uncovered"] <= 0
