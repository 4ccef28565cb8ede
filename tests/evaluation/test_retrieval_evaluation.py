import json
from pathlib import Path

import pytest

from evaluation.defaults import own_sets
from evaluation.lines import SetError
from evaluation.retrieval import (
    Answered,
    answer,
    generate,
    generate_on_corpus,
    read_documents,
    read_questions,
    score,
    scores_of,
)
from evaluation.retrieval.esco import esco_set
from evaluation.retrieval.sets import DATA, Question
from evaluation.retrieval.tune import Asked, asked, indexed_task, tune
from retrieval import RecordIndex
from retrieval.edge.collection import Collection, build_collection
from retrieval.embedding import packaged
from retrieval.names import DENSE, SPARSE

ESCO = Path(__file__).parents[3] / "shared" / "data" / "esco"
RECORDS = Path(__file__).parents[2] / "ingest" / "snapshot" / "records"


def answered(*found: str, slice_: str = "") -> Answered:
    return Answered(id="x", relevant={"a": 3, "b": 1}, found=found, ms=1.0, slice=slice_)


def test_scores_by_hand() -> None:
    first = scores_of([answered("a", "b")])
    assert (first["mrr"], first["ndcg@10"], first["recall@10"], first["success@1"]) == (1, 1, 1, 1)
    second = scores_of([answered("z", "b")])
    assert second["mrr"] == 0.5
    assert second["recall@10"] == 0.5
    assert second["success@1"] == 0
    assert second["success@10"] == 1
    assert second["ndcg@10"] == pytest.approx(0.6309 / 3.6309, abs=1e-4)
    nothing = scores_of([answered()])
    assert (nothing["mrr"], nothing["ndcg@10"], nothing["success@10"]) == (0, 0, 0)
    assert scores_of([])["mrr"] == 0


def test_slices_and_latency_are_told_apart() -> None:
    scores = scores_of([answered("a", slice_="one"), answered("z", slice_="other")])
    assert scores["slices"]["one"]["mrr"] == 1
    assert scores["slices"]["other"]["mrr"] == 0
    assert scores["latency_ms"] == {"p50": 1.0, "p95": 1.0}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "JSON"),
        ('{"id": "x", "query": "q"}', "relevant"),
        ('{"id": "x", "query": "q", "relevant": {}}', "relevant"),
        ('{"id": "x", "query": "q", "relevant": {"a": -1}}', "relevant"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    good = '{"id": "y", "query": "q", "relevant": {"a": 1}}'
    (tmp_path / "set.jsonl").write_text(f"{good}\n\n{line}\n")
    with pytest.raises(SetError, match=rf"set\.jsonl, line 3: .*{message}"):
        read_questions(tmp_path / "set.jsonl")
    with pytest.raises(SetError, match="cannot be read"):
        read_questions(tmp_path / "nie-ma.jsonl")


def test_a_foreign_collection_is_ranked(tmp_path: Path) -> None:
    lines = [
        {"id": "http://example.org/1", "title": "testowy kowal", "text": "kuje żelazo"},
        {"id": "2", "text": "rybak łowi ryby"},
        {"id": "3", "title": "tkacz", "text": ""},
    ]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    build_collection(read_documents(tmp_path / "corpus.jsonl"), tmp_path / "index", packaged())
    collection = Collection(tmp_path / "index", packaged())
    questions = [
        Question(id="q1", query="kucie zelaza kowal", relevant={"http://example.org/1": 1}),
        Question(id="q2", query="ryby", relevant={"2": 1}),
    ]
    found = answer(questions, lambda text: [one for one, _ in collection.rank(text)])
    assert scores_of(found)["mrr"] == 1
    assert collection.rank("co to jest") == ()


def test_our_questions_are_split_and_answerable() -> None:
    dev, test = (read_questions(DATA / f"questions_{part}.jsonl") for part in ("dev", "test"))
    assert len(dev) + len(test) >= 250
    assert not {one.query for one in dev} & {one.query for one in test}
    if not RECORDS.is_dir():
        pytest.skip("the snapshot has no records yet")
    lines = (line for path in RECORDS.glob("*.jsonl") for line in path.read_bytes().splitlines())
    known = {json.loads(line)["id"] for line in lines}
    assert {wanted for one in (*dev, *test) for wanted in one.relevant} <= known


@pytest.mark.skipif(not ESCO.is_dir(), reason="no ESCO folder beside the project")
@pytest.mark.parametrize("kind", ["occupations", "skills"])
def test_the_esco_set_keeps_its_parts_apart(kind: str) -> None:
    dev, documents = esco_set(ESCO, "dev", kind)
    test, _ = esco_set(ESCO, "test", kind)
    assert {one.slice for one in dev} == {"as written", "no diacritics", "one typo", "English"}
    assert not {key for one in dev for key in one.relevant} & {key for one in test for key in one.relevant}
    assert {key for one in dev for key in one.relevant} <= {document.id for document in documents}
    assert esco_set(ESCO, "dev", kind)[0] == dev


def test_weights_are_found(snapshot_root: Path) -> None:
    task = indexed_task(snapshot_root, "dev", packaged())
    part = type(task)(task.name, task.questions[:12], task.scorer)
    answers: list[Asked] = asked(part, (*SPARSE, *DENSE))
    fusion, reached = tune([answers], (*SPARSE, *DENSE, "best"))
    assert reached > 0.5
    assert scores_of(answer(part.questions, part.ranker(fusion)))["mrr"] > 0.5


def test_a_run_keeps_what_scoring_needs(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(
        '{"id": "a", "title": "kowal"}\n{"id": "b", "text": "rybak łowi"}\n', "utf-8"
    )
    line = {"id": "q", "query": "rybaka", "relevant": {"b": 1}, "slice": "<one>"}
    missed = {"id": "r", "query": "rybak <b>", "relevant": {"a": 1}}
    (tmp_path / "set.jsonl").write_text(f"{json.dumps(line)}\n{json.dumps(missed)}\n", "utf-8")
    generate_on_corpus(tmp_path / "set.jsonl", tmp_path / "run", tmp_path / "corpus.jsonl")
    scores = score(tmp_path / "run")
    assert scores["slices"]["<one>"]["mrr"] == 1
    assert json.loads((tmp_path / "run" / "scores.json").read_text()) == scores
    assert json.loads((tmp_path / "run" / "config.json").read_text())["corpus"] == "corpus.jsonl"
    report = (tmp_path / "run" / "report.html").read_text()
    assert "&lt;one&gt;" in report
    assert "<b>" not in report


def test_our_records_answer_the_development_questions(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    generate(own_sets("retrieval")[0], tmp_path / "run", snapshot_index)
    assert score(tmp_path / "run")["mrr"] > 0.8
