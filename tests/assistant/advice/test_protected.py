"""Who a person is never moves a number: the same request told by different people gives the same list."""

import pytest
from advice_desk import AdviceDesk

from assistant.advice.interests import Questionnaire
from assistant.notebook import noting
from retrieval import RecordIndex


@pytest.mark.parametrize(
    "variants",
    [
        ("chcę pracować z komputerami", "jestem kobietą i chcę pracować z komputerami",
         "jestem mężczyzną i chcę pracować z komputerami"),
        ("szukam pracy przy zwierzętach", "mam 57 lat, szukam pracy przy zwierzętach"),
        ("chcę prowadzić magazyn", "jestem z Ukrainy, chcę prowadzić magazyn"),
    ],
)  # fmt: skip
async def test_variants_get_one_list_with_one_set_of_numbers(
    snapshot_index: RecordIndex, variants: tuple[str, ...]
) -> None:
    lists = []
    for wish in variants:
        found = await AdviceDesk(snapshot_index).recommended(wish=wish)
        lists.append(
            [(one.record_id, one.score, [(r.factor, r.weight, r.value) for r in one.because]) for one in found]
        )
    assert lists[0]
    assert all(one == lists[0] for one in lists)


async def test_the_worked_example_of_the_documentation(snapshot_index: RecordIndex) -> None:
    """docs/advice.md, "A worked example" of matching, computed by hand from its table."""
    desk = AdviceDesk(snapshot_index)
    questionnaire = Questionnaire()
    session = questionnaire.start()
    while (item := questionnaire.question(session)) is not None:
        session = questionnaire.answer(session, (5, 4, 1, 2, 1, 3)["RIASEC".index(item.type)])
    desk.notebook = noting(interests=questionnaire.dump(session))(desk.notebook)
    desk.says("mam maturę")
    await desk.call("update_profile", entries=[{"field": "education", "text": "maturę"}])
    best = (await desk.recommended(wish="pomoc weterynaryjna"))[0]
    assert best.record_id == "zrk:324002"
    by_hand = (0.30 * 1 + 0.25 * (1 + 0.98938) / 2 + 0.10 * 1) / (0.30 + 0.25 + 0.10)
    assert best.score == pytest.approx(by_hand, abs=5e-6)
