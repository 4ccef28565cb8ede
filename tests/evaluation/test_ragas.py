"""ragas without a model, on hand-made turns whose value is known."""

import pytest

from evaluation.cases import Played
from evaluation.expectations import Expect
from evaluation.metrics.ragas_free import RagasFree, open_ragas
from evaluation.turns import Read, Turn

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def ragas() -> RagasFree:
    return open_ragas()


EVIDENCE = (
    Read(handle="q1", record_id="zrk:A", title="A", text="Kwalifikacja obejmuje montaż instalacji testowych"),
    Read(handle="q2", record_id="zrk:B", title="B", text="Inny rekord"),
)
EXPECT = Expect(cites=("zrk:A",), contains=("montaż",), tools=("search_qualifications",))


def turn(text: str, *tools: str) -> Turn:
    answer = {"status": "answered", "text": text, "tools": [{"name": name} for name in tools]}
    return Turn(message="?", answer=answer, evidence=EVIDENCE)


async def values(ragas: RagasFree, one: Turn, expect: Expect = EXPECT) -> dict[str, float | None]:
    found = await ragas.ratios(Played(expect=expect, turn=one))
    return {name.removeprefix("ragas_"): part / whole if whole else None for name, (part, whole) in found.items()}


async def test_a_right_turn(ragas: RagasFree) -> None:
    found = await values(ragas, turn("„obejmuje montaż instalacji testowych” [1]", "search_qualifications"))
    assert found == {
        "context_precision_by_id": 0.5,
        "context_recall_by_id": 1,
        "tool_call_accuracy": 1,
        "tool_call_f1": 1,
        "quoted_spans": 1,
        "string_presence": 1,
        "chrf": None,
    }


async def test_a_wrong_turn(ragas: RagasFree) -> None:
    wanted = EXPECT.model_copy(update={"cites": ("zrk:Z",)})
    found = await values(ragas, turn("„testowych instalacji montarz obejmuje”", "explain_system"), wanted)
    assert set(found.values()) == {0, None}


async def test_what_is_not_there_is_not_measured(ragas: RagasFree) -> None:
    found = await values(ragas, Turn(message="?", answer={"text": ""}), Expect())
    assert set(found.values()) == {None}


async def test_chrf_knows_the_reference_from_its_words_shuffled_and_from_other_words(ragas: RagasFree) -> None:
    wanted = Expect(reference="Kwalifikacja obejmuje montaż instalacji testowych")
    said = (wanted.reference, "testowych instalacji montaż Kwalifikacja obejmuje", "Ważna pięć lat")
    right, shuffled, other = [(await values(ragas, turn(text), wanted))["chrf"] or 0 for text in said]
    assert right == 1
    assert 0.3 < shuffled < 0.95
    assert other < 0.2
