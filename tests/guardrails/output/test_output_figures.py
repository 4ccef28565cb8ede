import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.output.numerals import cardinal, month_of
from guardrails.output.quantities import quantities
from guardrails.output.words import tokens


def read(text: str) -> list[tuple[str, float | str]]:
    found = quantities(tokens(text))
    return [
        (item.dimension.value, item.key if item.dimension.value in ("date", "code") else item.value) for item in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pięć lat", [("months", 60)]),
        ("60 miesięcy", [("months", 60)]),
        ("pięcioletnia praktyka", [("months", 60)]),
        ("półtora roku", [("months", 18)]),
        ("dwa i pół roku", [("months", 30)]),
        ("two and a half years", [("months", 30)]),
        ("trwa rok", [("months", 12)]),
        ("kwartał", []),
        ("dwa kwartały", [("months", 6)]),
        ("sto czterdzieści pięć godzin", [("minutes", 8700)]),
        ("one hundred and twenty hours", [("minutes", 7200)]),
        ("twenty-five hours", [("minutes", 1500)]),
        ("сто сорок п'ять годин", [("minutes", 8700)]),
        ("3 tygodnie", [("days", 21)]),
        ("2-4 semestry", [("semesters", 2), ("semesters", 4)]),
        ("8, 9 i 10 procent", [("percent", 8), ("percent", 9), ("percent", 10)]),
        ("1 200,50 zł", [("money", 1200.5)]),
        ("1.200 zł", [("money", 1200)]),
        ("dwa tysiące złotych", [("money", 2000)]),
        ("poziom V PRK", [("level", 5)]),
        ("na piątym poziomie", [("level", 5)]),
        ("Poziom PRK: 5", [("level", 5)]),
        ("level 4 of the PRK", [("level", 4)]),
        ("четвертий рівень", [("level", 4)]),
        ("poziomy 3 i 4", [("level", 3), ("level", 4)]),
        ("pełny poziom tego zawodu to VI", [("level", 6)]),
        ("poziom, a dalej 7 osób", [("count", 7)]),
        ("dwie kwalifikacje na poziomie 4", [("count", 2), ("level", 4)]),
        ("piątego stopnia PRK", [("level", 5)]),
        ("szkoła I stopnia", [("grade", 1)]),
        ("branżowa I, a potem II stopnia", [("grade", 1), ("grade", 2)]),
        ("rozdział IV", []),
        ("od 18. roku życia", [("months", 216)]),
        ("osoba pełnoletnia", [("months", 216)]),
        ("19 grudnia 2018 r.", [("date", "2018-12-19")]),
        ("19.12.2018", [("date", "2018-12-19")]),
        ("December 19, 2018", [("date", "2018-12-19")]),
        ("19. grudnia", [("date", "????-12-19")]),
        ("w grudniu 2018", [("date", "2018-12-??")]),
        ("stan: 2020-04", [("date", "2020-04-??")]),
        ("w roku 2022", [("year", 2022)]),
        ("2000 godzin", [("minutes", 120_000)]),
        ("inf 03", [("count", 3)]),
        ("INF 03 i INF.04.2", [("code", "inf.03"), ("code", "inf.04.2")]),
        ("kod 351406", [("code", "351406")]),
        ("ten certyfikat", []),
        ("ten years", [("months", 120)]),
        ("jedna osoba", []),
    ],
)
def test_a_quantity_is_read_in_one_unit(text: str, expected: list[tuple[str, float | str]]) -> None:
    assert read(text) == expected


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert all(0 <= item.start < item.end for item in quantities(tokens(text)))


@given(st.integers(1, 999))
def test_digits_keep_their_value(number: int) -> None:
    assert read(f"{number} zł") == [("money", number)]


def test_inflected_number_words_and_months() -> None:
    assert [cardinal(word) for word in ("pięcioma", "dwudziestu", "dwóch", "трьох", "kot")] == [5, 20, 2, 3, None]
    assert [month_of(word) for word in ("września", "marcu", "May", "травня", "majster")] == [9, 3, None, 5, None]
