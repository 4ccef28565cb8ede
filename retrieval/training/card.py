"""The model card, written by the run that made the model."""

from collections.abc import Mapping
from pathlib import Path

_CARD = """# Model card: zeterka-static {version}

A table of token vectors; a text is the mean of its tokens, scaled to unit length. Runs in fastembed (`model.onnx`)
and, without an inference engine, in `retrieval.embedding.StaticEmbedder`.

**Made for** finding occupations, qualifications and rules of the Polish qualifications system from short questions
in Polish, English and (from our own records only) Ukrainian.

**Trained on** {pairs} pairs of texts that mean the same: names, alternative names, descriptions and tasks.

| source | terms |
|---|---|
| ESCO v1.2.1 (pl, en) | Decision 2011/833/EU: "This service uses the ESCO classification of the European Commission" |
| KZiS descriptions of occupations (psz.praca.gov.pl, doi:10.18150/SX0E7G) | official data |
| records of this project | Apache-2.0 |

15 % of the ESCO concepts (by CRC-32 of their address: 5 % dev, 10 % test) were kept out of training with all
their texts.
Nothing was trained or tuned on MELO, the GUS thesaurus of titles or codings of job ads.

**Recipe** {recipe}

**Measured** (MRR of the right one among all ESCO occupations; question: alternative label, or English title)

| part and language | MRR |
|---|---|
{measured}

**What it cannot do.** It does not know word order, negation or context. Names of firms and places mean nothing to it.
Ukrainian was seen in our own records only. Job titles of a sector ESCO does not describe are placed by their parts.
Vectors of different versions cannot be compared: the index is built again.
"""


def write_card(
    folder: Path, version: str, pairs: int, recipe: Mapping[str, object], measured: Mapping[str, float]
) -> None:
    """Write ``MODEL_CARD.md`` into the model folder."""
    table = "\n".join(f"| {name} | {value:.4f} |" for name, value in measured.items())
    settings = ", ".join(f"{name} {value}" for name, value in recipe.items())
    text = _CARD.format(version=version, pairs=pairs, recipe=settings, measured=table)
    (folder / "MODEL_CARD.md").write_text(text, "utf-8")
