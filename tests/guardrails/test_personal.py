"""Personal data is masked by kind; codes, years, amounts and help lines stay."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.frame import Action
from guardrails.personal import PersonalData, find
from guardrails.spans import Span, mask, without_overlaps


def masked(text: str) -> str:
    return PersonalData()(text).text


@pytest.mark.parametrize(
    ("said", "goes_on"),
    [
        ("Mój PESEL to 44051401359, co dalej?", "Mój PESEL to [PESEL], co dalej?"),
        ("pesel: 90010112345", "pesel: [PESEL]"),
        ("pesel 900101/12345", "pesel [PESEL]"),
        ("NIP 526-000-12-46", "NIP [NIP]"),
        ("regon 123456785", "regon [REGON]"),
        ("firma 5260001246", "firma [NIP]"),
        ("firma 12345678512347", "firma [REGON]"),
        ("przelew na 61109010140000071219812874", "przelew na [KONTO]"),
        ("paszport AB 1234567", "paszport [PASZPORT]"),
        ("legitymacja nr 123456", "legitymacja nr [DOKUMENT]"),
        ("mam numer 90010112345", "mam numer [PESEL]"),
        ("dowód ABA 300000", "dowód [DOWÓD]"),
        ("konto PL61 1090 1014 0000 0712 1981 2874", "konto [KONTO]"),
        ("karta 4111 1111 1111 1111 12/25", "karta [KARTA] 12/25"),
        ("dzwońcie 501 234 567", "dzwońcie [TELEFON]"),
        ("tel. 22 621 00 00", "tel. [TELEFON]"),
        ("мій номер +380 67 123 45 67", "мій номер [TELEFON]"),
        ("piszcie: ola.nowak@example.com.", "piszcie: [E-MAIL]."),
        ("ola.nowak małpa example kropka com", "[E-MAIL]"),
        ("mój insta: @ola_99x", "mój insta: [KONTAKT]"),
        ("mieszkam przy ul. Długiej 12/3", "mieszkam przy [ADRES]"),
        ("I live at 12 Baker Street", "I live at [ADRES]"),
        ("живу на вул. Квітковій 5, кв. 12", "живу на [ADRES]"),
        ("Nazywam się Jan Kowalski i szukam kursu", "Nazywam się [IMIĘ I NAZWISKO] i szukam kursu"),
        ("nazywam sie jan kowalski szukam kursu", "nazywam sie [IMIĘ I NAZWISKO] szukam kursu"),
        ("mój syn Jan Kowalski lubi drewno", "mój syn [IMIĘ I NAZWISKO] lubi drewno"),
        ("My name is John Smith", "My name is [IMIĘ I NAZWISKO]"),
        ("ja Jan Kowalski, spawacz", "ja [IMIĘ I NAZWISKO], spawacz"),
        ("Jan Kowalski, lat 61, tokarz", "[IMIĘ I NAZWISKO], lat 61, tokarz"),
        ("Nowak Anna, szwaczka", "[IMIĘ I NAZWISKO], szwaczka"),
        ("zapisz: Piotr Zieliński na kurs", "zapisz: [IMIĘ I NAZWISKO] na kurs"),
        ("z panią Katarzyną Nowak", "z panią [IMIĘ I NAZWISKO]"),
        ("jestem kasia nowak z 8b", "jestem [IMIĘ I NAZWISKO] z 8b"),
        ("KOWALSKA ANNA", "[IMIĘ I NAZWISKO]"),
        ("podpisano: J. Kowalski", "podpisano: [IMIĘ I NAZWISKO]"),
        ("linkedin.com/in/anna-nowak", "[KONTAKT]"),
        ("adres: Wólka Mała 48, 16-300 Augustów", "adres: [ADRES]"),
        ("mieszkam w bloku 5 m. 12", "mieszkam w [ADRES]"),
        ("telefon pięćset jeden dwieście trzydzieści cztery pięćset", "telefon [NUMER]"),
        ("mój pesel: cztery cztery zero pięć jeden cztery", "mój pesel: [PESEL]"),
        ("urodziłam się dwunastego marca dwa tysiące czwartego", "urodziłam się [DATA URODZENIA]"),
        ("ur. 5 maja", "ur. [DATA URODZENIA]"),
        ("Życiorys\nAnna Nowak\nszwaczka", "Życiorys\n[IMIĘ I NAZWISKO]\nszwaczka"),
        ("Мене звати Олена Шевченко", "Мене звати [IMIĘ I NAZWISKO]"),
        ("urodziłam się 12 maja 2004 w Łodzi", "urodziłam się [DATA URODZENIA] w Łodzi"),
        ("data urodzenia: 2004-05-12", "data urodzenia: [DATA URODZENIA]"),
        ("pesel 9O1O2112345, zero czy O?", "pesel [PESEL], zero czy O?"),
        ("ur. 1.IX.2008, przepraszam – 1.X.2008", "ur. [DATA URODZENIA], przepraszam – [DATA URODZENIA]"),
        ("ur. 3 maja 2007, egzamin 5.05.2026", "ur. [DATA URODZENIA], egzamin 5.05.2026"),
        ("Jan 5, 1991 is my birthday, exam June 12, 2026", "[DATA URODZENIA] is my birthday, exam June 12, 2026"),
        ("kierownik Gwidon Tracz nie płaci", "kierownik [IMIĘ I NAZWISKO] nie płaci"),
        ("a ja to szymon ptaszek z 3b", "a ja to [IMIĘ I NAZWISKO] z 3b"),
        ("syn kacper fryzjer z zawodu", "syn [IMIĘ I NAZWISKO] fryzjer z zawodu"),
        ("Julia Maria Czajka, klasa 3", "[IMIĘ I NAZWISKO], klasa 3"),
        ("Ahmed Yilmaz, PESEL 85082810910, 4666 zł", "[IMIĘ I NAZWISKO], PESEL [PESEL], 4666 zł"),
        ("Uczeń Filip Zaręba, PESEL 92052110961", "Uczeń [IMIĘ I NAZWISKO], PESEL [PESEL]"),
        ("Kasprzyk Mendes, kasprzyk.mendes@example.com", "[IMIĘ I NAZWISKO], [E-MAIL]"),
        ("передайте панові Лешку Домбровському", "передайте панові [IMIĘ I NAZWISKO]"),
        ("6-09-26-32-64 – to kom do mnie", "[TELEFON] – to kom do mnie"),
        ("przelew 61/1090/1014/0000/0712/1981/2874", "przelew [KONTO]"),
        ("dowód ZGV9873O5, skan z obu stron", "dowód [DOWÓD], skan z obu stron"),
        ("paszp. HM109223, KZiS 214201", "paszp. [DOKUMENT], KZiS 214201"),
        ("Rynek Główny 40 m. 7", "[ADRES]"),
        ("Wola Mała 17, 05-555 Tarczyn, technikum", "[ADRES], technikum"),
    ],
)
def test_what_identifies_a_person_is_masked_by_its_kind(said: str, goes_on: str) -> None:
    assert masked(said) == goes_on


@pytest.mark.parametrize(
    "said",
    [
        "Kwalifikacja 13870 i zawód 514105, kod INF.03.2",
        "Номер оголошення 47990908150",
        "numer wniosku 83971331623",
        "Pan Tadeusz to mój sąsiad",
        "Zespół Szkół im. Jan Kiliński",
        "sto dwadzieścia pięć tysięcy złotych",
        "jestem technikiem elektrykiem i mam prawo jazdy",
        "nazywam się różnie na portalach",
        "Uniwersytet Warszawski, 20 lat doświadczenia",
        "M.P. 2023 poz. 1043, Dz.U. 2019 poz. 991",
        "poziom PRK 4, lata 2019-2023, 120 godzin",
        "kosztuje 4500 zł, a budżet 250 000 000 zł",
        "zadzwonię pod 116 111, 800 12 12 12, 116 123 albo 112",
        "mieszkam w Warszawie 12 lat",
        "urodziłem się w 1990 roku",
        "jestem Technik Programista po szkole",
        "nazywam się czasem złotą rączką",
        "numer oferty 76487790696",
        "Technikum im. Stanisława Staszica",
    ],
)
def test_codes_years_amounts_and_help_lines_stay(said: str) -> None:
    assert PersonalData()(said).action is Action.PASSED


def test_the_report_names_kinds_and_never_the_data() -> None:
    verdict = PersonalData()("PESEL 44051401359, tel 501 234 567")
    assert verdict.detail == "pesel, telefon"
    assert verdict.values == {"count": 2}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aĄ1290 -./@+()\n[]«»żPLul", max_size=120))
def test_any_text_is_cut_at_spans_that_lie_within_it_and_apart(text: str) -> None:
    spans = find(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_of_two_overlapping_spans_the_first_found_stays() -> None:
    kept = without_overlaps([Span(2, 6, "A"), Span(4, 8, "B"), Span(0, 1, "C")])
    assert mask("abcdefgh", kept) == "[C]b[A]gh"
