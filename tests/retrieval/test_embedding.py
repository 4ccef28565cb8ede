import csv
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import retrieval_samples as samples

from retrieval import Embedding, IndexCorruptError, RecordIndexError, SearchQuery, build_index, open_index
from retrieval.embedding import EmbeddingError, StaticEmbedder, load_embedder, packaged
from retrieval.training.command import Training, train_embedding
from retrieval.training.optimise import Recipe
from retrieval.training.texts import TrainingDataError, read_pairs, share_of

MODEL = Path(packaged()._folder)
TEXTS = ["technik programista", "Fryzjerka!", "work with children", "догляд за дітьми", "długi tekst " * 100]


def test_the_packaged_model_is_small_and_carries_its_card() -> None:
    size = sum(file.stat().st_size for file in MODEL.iterdir())
    assert size <= 8_000_000
    card = (MODEL / "MODEL_CARD.md").read_text()
    assert json.loads((MODEL / "config.json").read_text())["version"] in card


def test_vectors_are_unit_vectors_and_batches_change_nothing() -> None:
    vectors = np.array(packaged().documents(TEXTS))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors, [packaged().query(text) for text in TEXTS], atol=1e-6)


def test_fastembed_gives_the_same_vectors() -> None:
    foreign = load_embedder("zeterka/test-model", MODEL)
    assert foreign.size == packaged().size
    ours, theirs = np.array(packaged().documents(TEXTS)), np.array(foreign.documents(TEXTS))
    assert np.allclose(ours, theirs, atol=1e-3)
    assert np.allclose(foreign.query(TEXTS[0]), ours[0], atol=1e-3)


def test_meaning_is_near_without_a_common_word() -> None:
    query = np.array(packaged().query("hairdresser"))
    near, far = np.array(packaged().documents(["fryzjer", "górnik eksploatacji podziemnej"])) @ query
    assert near > far + 0.2


@pytest.mark.parametrize("text", ["", "技能", "🙂", "\x00", "\ud800"])
def test_what_it_does_not_know_is_the_null_vector(text: str) -> None:
    assert not any(packaged().query(text))


@pytest.mark.parametrize("part", ["config.json", "vectors.bin", "scales.bin", "tokenizer.json"])
def test_a_model_with_a_part_missing_is_told(tmp_path: Path, part: str) -> None:
    shutil.copytree(MODEL, tmp_path / "model")
    (tmp_path / "model" / part).unlink()
    with pytest.raises(EmbeddingError, match="cannot be read"):
        StaticEmbedder(tmp_path / "model").query("fryzjer")


def test_an_unknown_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"model\.onnx"):
        load_embedder("nobody/nothing", tmp_path)
    with pytest.raises(RecordIndexError, match="nobody/nothing"):
        open_index(tmp_path, embedding=Embedding("nobody/nothing", tmp_path))


def test_an_index_of_another_embedding_is_told_and_built_anew(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "index")
    with pytest.raises(IndexCorruptError, match="build the index again"):
        open_index(tmp_path / "index", embedding=Embedding(""))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A made-up ESCO and KZiS: thirty trades, each with a word of its own."""
    trades = [f"{kind}{place}" for place in "abcdef" for kind in ("kowal", "szewc", "rybak", "tkacz", "młynarz")]
    for language, prefix in (("pl", ""), ("en", "en/")):
        rows = [
            {
                "conceptUri": f"testowy/occupation/{number}",
                "iscoGroup": str(number // 5),
                "preferredLabel": f"{trade} {language}",
                "altLabels": f"robotnik {trade}\nczłowiek {trade}",
                "description": f"Osoba, która wykonuje zawód {trade}. Pracuje w warsztacie {trade} każdego dnia.",
            }
            for number, trade in enumerate(trades)
        ]
        write(tmp_path / "data" / "esco" / f"{prefix}occupations_{language}.csv", rows)
    kzis = [
        {
            "code": f"9{n:05d}",
            "name": t,
            "synthesis": f"Wykonuje {t} prace.",
            "tasks1": f"szykowanie {t};",
            "tasks2": "",
        }
        for n, t in enumerate(trades)
    ]
    write(tmp_path / "data" / "kzis" / "kzis_opisy_zawodow_test.csv", kzis)
    return tmp_path / "data"


def test_training_makes_the_same_model_twice(data: Path, tmp_path: Path) -> None:
    recipe = Recipe(dimensions=16, epochs=2, batch=32, hard=0.5)
    steps: list[str] = []
    one = train_embedding(data, tmp_path / "one", Training(recipe=recipe), progress=lambda step, *_: steps.append(step))
    kept = Training(recipe=recipe, tokenizer=tmp_path / "one" / "tokenizer.json")
    assert train_embedding(data, tmp_path / "other", kept) == one
    assert "tokenizer" in steps
    model = StaticEmbedder(tmp_path / "one")
    assert model.size == 16
    assert "| test pl |" in (tmp_path / "one" / "MODEL_CARD.md").read_text()


def test_dev_and_test_concepts_stay_out_of_training(data: Path) -> None:
    pairs = [pair for pair in read_pairs(data) if pair.concept.startswith("testowy/")]
    assert pairs
    assert {share_of(pair.concept) for pair in pairs} == {"train"}


def test_training_without_data_is_told(tmp_path: Path, data: Path) -> None:
    with pytest.raises(TrainingDataError, match="neither"):
        train_embedding(tmp_path, tmp_path / "out")
    with pytest.raises(TrainingDataError, match="no records"):
        train_embedding(data, tmp_path / "out", Training(records=tmp_path))
    with pytest.raises(TrainingDataError, match="tokenizer"):
        small = Recipe(batch=16)
        train_embedding(data, tmp_path / "out", Training(recipe=small, tokenizer=tmp_path / "nie-ma.json"))
    with pytest.raises(TrainingDataError, match="needs at least"):
        train_embedding(data, tmp_path / "out", Training(recipe=Recipe(batch=100_000)))


def test_an_index_can_do_without_dense_vectors(tmp_path: Path) -> None:
    build_index(samples.ALL, tmp_path, embedding=Embedding(""))
    index = open_index(tmp_path, embedding=Embedding(""))
    assert index.info.embedding == ""
    assert index.search(SearchQuery("ksiegowosc")).hits[0].record.id == "zrk:91235"
    assert index.similar("zrk:XYZ.01")
