"""From one occupation to another: where somebody comes from, what it saves, what they leave, what they put right."""

import pytest
from conversation_script import Chat

from assistant.models.embedded.person.change import Change, change_in
from assistant.models.embedded.person.dislikes import without_left
from assistant.models.embedded.person.told import lacks_papers
from assistant.models.embedded.words.plain import corrected
from register.vocabulary import AnswerStatus

NOTHING_HELD = "nie ma kwalifikacji"


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("z kucharza na kelnera - co muszę dorobić?", Change("kucharza", "kelnera")),
        ("chcę przejść ze sprzedawcy na księgową. Co mam zrobić?", Change("sprzedawcy", "księgową")),
        ("jak z kasjerki zostać kosmetyczką?", Change("kasjerki", "kosmetyczką")),
        ("od kucharza do technika żywienia", Change("kucharza", "technika żywienia")),
        ("fryzjer → technik usług fryzjerskich", Change("fryzjer", "technik usług fryzjerskich")),
        ("from being a cook to a waiter, what is missing?", Change("cook", "waiter")),
        ("хочу перейти з кухаря на офіціанта", Change("кухаря", "офіціанта")),
        ("jestem sprzedawcą, jak zostać technikiem handlowcem?", Change("sprzedawcą")),
        ("I am an electrician with no papers", Change("electrician")),
        ("мені бракує диплома, я столяр", Change("столяр")),
        ("z matematyki na fizykę", None),
        ("z Krakowa do Warszawy", None),
        ("od czeladnika do mistrza", None),
        ("jestem uczniem i lubię gotować", None),
        ("przejść z liceum do technikum", None),
    ],
)
def test_a_change_is_told_of_people_by_their_work(message: str, change: Change | None) -> None:
    assert change_in(message) == change


async def test_the_gap_between_two_occupations_names_what_is_missing(chat: Chat) -> None:
    said = await chat.user("z kucharza na kelnera - co muszę dorobić?")
    said.expect("nie mają wspólnej kwalifikacji", "brakuje: HGT.01").expect_not(NOTHING_HELD)
    said.expect_cites("kzis:512001", "kzis:513101", "zrk:HGT.01")


async def test_a_way_begins_after_what_the_occupation_left_brings(chat: Chat) -> None:
    said = await chat.user("jak z kucharza zrobić technika żywienia?")
    said.expect("Przyjmuję, że masz", "HGT.02").expect_not("kurs zawodowy (KKZ) z kwalifikacji „HGT.02")
    after = await chat.user("a która kwalifikacja mi brakuje?")
    after.expect("Z zawodu „kucharz”", "brakuje: HGT.12").expect_not("kzis:", NOTHING_HELD)


async def test_the_goal_is_not_glued_to_the_origin(chat: Chat) -> None:
    said = await chat.user("Chcę zmienić zawód ze sprzedawcy na księgową. Co mam zrobić?")
    said.expect("technik rachunkowości").expect_cites("kzis:431103").expect_not("technik księgarstwa")


async def test_the_gap_asks_what_one_has_and_takes_the_answer(chat: Chat) -> None:
    asked = await chat.user("czego mi brakuje do technika żywienia?")
    asked.expect("HGT.02", "HGT.12", "Nie wiem jeszcze")
    (await chat.user("jestem kucharzem")).expect("Z zawodu „kucharz”", "brakuje: HGT.12")
    (await chat.user("a do kelnera?")).expect("brakuje: HGT.01")


async def test_of_several_occupations_called_so_the_one_near_the_goal_is_meant(chat: Chat) -> None:
    said = await chat.user("jestem mechanikiem, czego mi brakuje do technika pojazdów samochodowych?")
    said.expect("mechanik pojazdów samochodowych", "brakuje: MOT.06")


async def test_held_codes_are_subtracted(chat: Chat) -> None:
    said = await chat.user("mam INF.02 i INF.03, czego mi brakuje do technika informatyka?")
    said.expect("nie brakuje żadnej kwalifikacji")
    (await chat.user("a do technika programisty?")).expect("masz już: INF.03", "brakuje: INF.04")


async def test_what_is_asked_of_a_field_is_no_gap(chat: Chat) -> None:
    said = await chat.user("co jeszcze jest z gastronomii?")
    said.expect_cites("kzis:343404").expect_not("Nie wiem jeszcze", NOTHING_HELD)


async def test_a_name_that_no_record_bears_is_said_to_be_none(chat: Chat) -> None:
    near = await chat.user("czego mi brakuje do kucharza kosmicznego?")
    near.expect("„kucharza kosmicznego” nie ma w moich danych", "HGT.02")
    (await chat.user("czego mi brakuje do technika smokologa?")).expect("Żaden rekord nie pasuje")


@pytest.mark.parametrize(
    ("message", "record"),
    [
        ("я електрик з України, 10 років досвіду, паперів нема", "kzis:741103"),
        ("I am an electrician with 10 years experience but no papers", "kzis:741103"),
        ("мені бракує диплома, я столяр", "kzis:752205"),
        ("мені бракує диплома, я перукарка", "kzis:514101"),
    ],
)
async def test_whoever_works_without_papers_is_told_how_to_prove_it(chat: Chat, message: str, record: str) -> None:
    (await chat.user(message)).expect_cites("fact:C-nauka-w-pracy", record)


def test_missing_papers_are_heard() -> None:
    assert lacks_papers("nie mam papierów") and lacks_papers("паперів нема") and lacks_papers("with no papers")
    assert not lacks_papers("mam dyplom, jak zostać kucharzem?")
    assert not lacks_papers("bez matury dostanę dyplom technika?") and not lacks_papers("a diploma without matura")


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("Nie chcę już być kucharzem. Chcę pracować w biurze.", "Chcę pracować w biurze."),
        ("mam dość bycia fryzjerką, chcę do biura", "chcę do biura"),
        ("I don't want to be a cook, I like plants", "I like plants"),
        ("не хочу бути кухарем, хочу в офіс", "хочу в офіс"),
        ("nie chcę studiów, jak zostać kucharzem?", "nie chcę studiów, jak zostać kucharzem?"),
    ],
)
def test_the_work_one_leaves_is_taken_out(message: str, left: str) -> None:
    assert without_left(message) == left


async def test_what_is_wanted_instead_is_looked_for(chat: Chat) -> None:
    said = await chat.user("Nie chcę już być kucharzem. Chcę pracować w biurze.")
    said.expect("biura", "Pomijam to, co głównie na tym polega: kucharz.").expect_not("gastronom", "116 111")
    assert "kzis:512001" not in {citation.record_id for citation in said.answer.citations}


@pytest.mark.parametrize("message", ["nie chcę być kucharzem", "I don't want to be a cook", "не хочу бути кухарем"])
async def test_work_left_alone_is_asked_back(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect_status(AnswerStatus.CLARIFICATION_ASKED).expect_not("kucharz")


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("nie, pomyliłam się, chodzi o kelnera", "kelnera"),
        ("pomyliłem się, kelner", "kelner"),
        ("my mistake, I meant waiter", "waiter"),
        ("not a cook, a waiter", "waiter"),
        ("nie kucharz, tylko kelner", "kelner"),
        ("не кухарем, а кондитером", "кондитером"),
        ("nie wiem, ale lubię gotować", ""),
        ("not sure, maybe a cook", ""),
    ],
)
def test_a_correction_leaves_what_is_meant(message: str, meant: str) -> None:
    assert corrected(message) == meant


async def test_a_mistake_put_right_brings_the_other_record(chat: Chat) -> None:
    await chat.user("kucharz")
    said = await chat.user("nie, pomyliłam się, chodzi o kelnera")
    said.expect("kelner").expect_cites("kzis:513101").expect_not("Profil")


async def test_a_no_to_an_answer_is_asked_back(chat: Chat) -> None:
    await chat.user("Моя мета: стати кухарем")
    (await chat.user("ні")).expect_status(AnswerStatus.CLARIFICATION_ASKED).expect_not("kucharz")


@pytest.mark.parametrize(
    ("message", "taught"),
    [("co zamiast fototechnika?", "kzis:343105"), ("co zamiast szkutnika?", "kzis:711505")],
)
async def test_what_is_taught_instead_of_a_withdrawn_occupation_is_named(chat: Chat, message: str, taught: str) -> None:
    (await chat.user(message)).expect("wycofany", "źródła nie mówią").expect_cites(taught)
