"""What fields of records look like in an answer: dates, choices, set words in the language of the turn, names."""

from collections.abc import Callable, Iterator

import pytest
from conversation_script import Chat

from assistant.fields import set_words, told
from prompts import Prompts
from register.institution import Institution
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import AnswerStatus, Language
from retrieval import RecordIndex

TRANSLATED = (Language.EN, Language.UK)
ChatAs = Callable[..., Chat]


@pytest.mark.parametrize("question", ["Jak zostać technikiem dekarstwa?", "How do I become a technik dekarstwa?"])
async def test_a_source_without_a_date_leaves_no_empty_brackets(chat: Chat, question: str) -> None:
    said = (await chat.user(question)).expect_cites("kzis:311221").expect("technikum")
    said.expect_not("(stan:", "(as of")


async def test_a_dated_source_says_its_date(chat: Chat) -> None:
    (await chat.user("Gdzie uczy się technik informatyk?")).expect("technikum (stan: kwiecień 2020)")


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Ile kwalifikacji ma technik mechanik?", ("MEC.03", "MEC.08", "MEC.11", "MEC.09")),
        ("Ile kwalifikacji ma technik pojazdów samochodowych?", ("MOT.02", "MOT.05", "MOT.06")),
    ],
)
async def test_qualifications_to_choose_from_are_all_told(chat: Chat, question: str, codes: tuple[str, ...]) -> None:
    said = await chat.user(question)
    said.expect_status(AnswerStatus.ANSWERED).expect(*codes, "do wyboru jedna")
    assert not said.answer.rails, "nothing of it is dropped"


async def test_a_choice_names_alternatives_that_were_not_read(chat_as: ChatAs) -> None:
    said = await chat_as(language=Language.EN).user("technik mechanik")
    said.expect("MEC.03", "MEC.08 or MEC.11 (one of these qualifications")


@pytest.mark.parametrize(
    ("language", "question", "words", "polish"),
    [
        (Language.UK, "OKE Kraków", "окружна екзаменаційна комісія (OKE)", "instytucja certyfikująca w oświacie"),
        (Language.EN, "OKE Kraków", "vocational diplomas", "dyplomy zawodowe"),
        (Language.EN, "technik masażysta", "blind or partially sighted", "niewidomi"),
        (Language.UK, "technik masażysta", "для незрячих і слабозорих", "niewidomi"),
        (Language.EN, "technik hutnik", "admission ended in 2018/2019", "nabór zakończony"),
        (
            Language.UK,
            "Скільки діє сертифікат Zarządzanie cyberbezpieczeństwem - specjalista?",
            "щонайменше 120 год підвищення кваліфікації",
            "podnoszenia",
        ),
    ],
)
async def test_set_words_of_fields_are_translated(
    chat_as: ChatAs, language: Language, question: str, words: str, polish: str
) -> None:
    said = await chat_as(language=language).user(question)
    assert words in said.answer.text
    assert polish not in said.answer.text


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.PL, "tylko w soboty."),
        (Language.EN, "in Polish: “tylko w soboty”"),
        (Language.UK, "польською: «tylko w soboty»"),
    ],
)
def test_words_that_are_in_polish_only_are_shown_as_such(language: Language, shown: str) -> None:
    assert told("tylko w soboty.", Prompts(), language) == shown
    assert told("120", Prompts(), language) == "120"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_set_word_of_the_records_is_translated(snapshot_index: RecordIndex, language: Language) -> None:
    prompts = Prompts()
    said = {text for record in snapshot_index.records() for text in _fields(record) if text}
    assert len(said) > 100
    assert [text for text in sorted(said) if not set_words(text, prompts, language)] == []


def _fields(record: object) -> Iterator[str]:
    if isinstance(record, Occupation):
        yield from (record.branch, record.withdrawn_note, record.entry_restrictions)
    elif isinstance(record, Qualification):
        yield from (record.branch, record.document, record.entry_conditions)
        if record.validity:
            yield from (record.validity.text, record.validity.renewal or "")
    elif isinstance(record, Institution):
        yield from (record.type_label, record.scope)


async def test_names_in_a_list_bear_their_translation(chat_as: ChatAs) -> None:
    said = await chat_as(language=Language.EN).user("I like sewing")
    said.expect("krawiec (tailor)", "(Making made-to-measure women's clothing)")
    assert not said.answer.rails


async def test_a_direction_chosen_from_our_list_is_named_in_the_words_of_the_turn(chat_as: ChatAs) -> None:
    chat = chat_as(language=Language.UK)
    await chat.user("не знаю що робити")
    said = await chat.user("з людьми")
    said.expect("запиту «з людьми»").expect_not("opieka nad ludźmi")
