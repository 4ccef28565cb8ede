"""The many ways in which people write personal data, and what looks like it and stays."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.personal import PersonalData, find

FORMS = Path(__file__).parent / "forms"
_MARKED = re.compile(r"«([^»]*)»")


def lines(name: str) -> list[str]:
    return [line for line in (FORMS / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", lines("masked.txt"))
def test_every_letter_and_figure_of_personal_data_is_masked(marked: str) -> None:
    said = _MARKED.sub(r"\1", marked)
    hidden = {place for span in find(said) for place in range(span.start, span.end)}
    data = [
        place - 2 * before - 1  # where it stands once the marks before it are gone
        for before, match in enumerate(_MARKED.finditer(marked))
        for place in range(match.start(1), match.end(1))
    ]
    assert data
    assert not [said[place] for place in data if said[place].isalnum() and place not in hidden]


@pytest.mark.parametrize("text", lines("kept.txt"))
def test_what_only_looks_like_personal_data_stays(text: str) -> None:
    assert PersonalData()(text).text == text


NAMES = ("Anna Kowalska", "Anny Kowalskiej", "Jan Wilk", "Jana Wilka", "Euzebiusz Mak", "Олена Бойко", "Emily Clark")
FRAMES = (
    "nazywam się {}",
    "pytam w imieniu {}, technikum",
    "{}, 19 lat",
    "mój brat {} też",
    "zapiszcie: {}",
    "я {}, Люблін",
)
SEPARATORS = st.sampled_from(["", " ", "-", "."])


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(FRAMES))
def test_a_name_is_masked_in_every_frame(name: str, frame: str) -> None:
    assert not set(name.split()) & set(re.findall(r"\w+", PersonalData()(frame.format(name)).text))


@settings(deadline=None)
@given(
    st.text("0123456789", min_size=8, max_size=8), SEPARATORS, st.sampled_from(["tel. {}", "zadzwońcie {}", "+48 {}"])
)
def test_a_mobile_number_is_masked_in_every_grouping(digits: str, separator: str, frame: str) -> None:
    written = separator.join(("5" + digits[:2], digits[2:5], digits[5:]))
    assert not re.search(r"\d{3}", PersonalData()(frame.format(written)).text)


@settings(deadline=None)
@given(st.text("0123456789", min_size=11, max_size=11), st.lists(SEPARATORS, min_size=10, max_size=10))
def test_a_number_beside_the_word_pesel_is_masked_however_it_is_parted(digits: str, parting: list[str]) -> None:
    written = "".join(digit + mark for digit, mark in zip(digits, [*parting, ""], strict=True))
    assert PersonalData()(f"mój PESEL {written}, co dalej").text == "mój PESEL [PESEL], co dalej"


@settings(deadline=None)
@given(
    st.sampled_from(["zawód {}, egzamin w czerwcu", "kwalifikacja {} w rejestrze", "kod zawodu {}", "{} zł brutto"]),
    st.integers(10_000, 999_999),
)
def test_codes_and_amounts_are_never_masked(frame: str, number: int) -> None:
    said = frame.format(number)
    assert PersonalData()(said).text == said


@settings(deadline=None)
@given(
    st.dates(date(1930, 1, 1), date(1999, 12, 31)),
    st.text("0123456789", min_size=5, max_size=5),
    st.sampled_from([" i ", ", druga część ", " a potem "]),
)
def test_a_pesel_said_in_two_halves_is_masked(born: date, rest: str, between: str) -> None:
    said = f"pesel {born:%y%m%d}{between}{rest}, co dalej"
    assert PersonalData()(said).text == f"pesel [PESEL]{between}[PESEL], co dalej"


@settings(deadline=None)
@given(
    st.from_regex(r"[a-z]{3,8}([._]?[a-z]{2,6})?\d{0,3}", fullmatch=True),
    st.sampled_from(["gmail", "wp", "o2", "onet", "interia"]),
    st.sampled_from(["@", " małpa ", " malpa "]),
    st.sampled_from(["", ".pl", ".com", " pl", " kropka pl"]),
)
def test_a_mail_address_is_masked_however_it_is_said(name: str, house: str, at: str, end: str) -> None:
    said = f"piszcie: {name}{at}{house}{end}"
    assert PersonalData()(said).text == "piszcie: [E-MAIL]"


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", " ", "-"]), min_size=25, max_size=25))
def test_an_account_is_masked_however_it_is_grouped(parting: list[str]) -> None:
    written = "".join(digit + mark for digit, mark in zip("61109010140000071219812874", [*parting, ""], strict=True))
    assert PersonalData()(f"przelew na konto {written}, dziękuję").text == "przelew na konto [KONTO], dziękuję"


@settings(deadline=None)
@given(
    st.from_regex(r"[1-9]\d{10}", fullmatch=True),
    st.sampled_from(["O", "o", "О"]),
    st.sampled_from(["pesel {}, co dalej", "mój PESEL to {}, co dalej"]),
)
def test_a_pesel_with_letters_for_its_zeros_is_masked(digits: str, letter: str, frame: str) -> None:
    said = frame.format(digits.replace("0", letter))
    assert PersonalData()(said).text == frame.format("[PESEL]")


@settings(deadline=None)
@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from(["/", "_", "–", "—", ",", " – ", ":", " / "]))
def test_a_pesel_is_masked_whatever_parts_its_groups(digits: str, mark: str) -> None:
    written = mark.join((digits[:2], digits[2:4], digits[4:6], digits[6:]))
    assert PersonalData()(f"pesel {written} – dobrze?").text == "pesel [PESEL] – dobrze?"


ROLES = ("kierownik", "szefowa", "mój brygadzista to", "opiekun prawny", "my boss", "директор", "niejaki")


@settings(deadline=None)
@given(st.sampled_from(ROLES), st.sampled_from(("Gwidon Tracz", "Anna Kos", "Roch Śliwa", "Марек Ковальський")))
def test_a_name_behind_a_role_is_masked(role: str, name: str) -> None:
    assert PersonalData()(f"{role} {name}, od maja").text == f"{role} [IMIĘ I NAZWISKO], od maja"


@settings(deadline=None)
@given(
    st.sampled_from(ROLES[:2]),
    st.sampled_from(("Działu Kadr", "Zmiany Nocnej", "Szkoły Podstawowej", "Urzędu Pracy", "Medycyny Pracy")),
)
def test_an_office_behind_a_role_stays(role: str, office: str) -> None:
    said = f"{role} {office} odpisał"
    assert PersonalData()(said).text == said
