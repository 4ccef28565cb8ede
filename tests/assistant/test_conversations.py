"""Several turns: what «it», «the second one» and «simpler» mean depends on what was said."""

from conversation_script import Chat

from register.vocabulary import AnswerStatus, Language


async def test_five_turns_about_one_occupation(chat: Chat) -> None:
    (await chat.user("Jak zostać technikiem programistą?")).expect_cites("zrk:INF.03", "zrk:INF.04")
    (await chat.user("a ta druga?")).expect("Projektowanie, programowanie").expect_cites("zrk:INF.04")
    (await chat.user("ile to trwa?")).expect_cites("zrk:INF.04").expect("nie podają objętości")
    (await chat.user("a po polsku prościej?")).expect("prościej").expect_language(Language.PL)
    (await chat.user("kto to egzaminuje?")).expect("okręgowa komisja egzaminacyjna")
    said = await chat.user("skąd to wiesz?")
    said.expect("źródłach").expect_cites("zrk:INF.04")
    assert said.answer.turn == 6


async def test_a_new_subject_replaces_the_old_one(chat: Chat) -> None:
    await chat.user("kucharz")
    (await chat.user("ile zarabia?")).expect("nie podaję żadnej kwoty")
    (await chat.user("gdzie się tego uczyć?")).expect_cites("kzis:512001").expect("branżowa szkoła I stopnia")
    (await chat.user("a technik żywienia?")).expect_cites("kzis:343404")


async def test_one_of_several_is_chosen_by_its_place(chat: Chat) -> None:
    listed = await chat.user("mechanik")
    second = listed.answer.citations[1].record_id
    (await chat.user("ten drugi")).expect_cites(second)


async def test_validity_renewal_price_and_duty_of_the_same_certificate(chat: Chat) -> None:
    (await chat.user("Jak długo ważny jest certyfikat z druku 3D?")).expect("5 lat").expect_cites("zrk:MP-2018-1220")
    (await chat.user("a jak go przedłużyć?")).expect("ponowna weryfikacja efektów")
    (await chat.user("ile kosztuje?")).expect_status(AnswerStatus.NO_INFORMATION)
    (await chat.user("czy muszę go mieć?")).expect("nie jest potrzebny").expect_cites("zrk:MP-2018-1220")


async def test_someone_who_does_not_know_is_asked_one_question_and_gets_a_list(chat: Chat) -> None:
    asked = await chat.user("nie wiem co wybrać")
    asked.expect_status(AnswerStatus.CLARIFICATION_ASKED)
    assert asked.answer.text.count("?") == 1
    chosen = await chat.user("z ludźmi")
    chosen.expect_status(AnswerStatus.ANSWERED)
    first = chosen.answer.citations[0].record_id
    (await chat.user("opowiedz więcej o pierwszym")).expect_cites(first)


async def test_the_language_follows_the_user(chat: Chat) -> None:
    (await chat.user("What is INF.04?")).expect_language(Language.EN)
    (await chat.user("how long does it take?")).expect_language(Language.EN).expect_cites("zrk:INF.04")
    (await chat.user("а хто видає?")).expect_language(Language.UK).expect_cites("zrk:INF.04")


async def test_threads_do_not_mix(assistant) -> None:
    one, other = Chat(assistant), Chat(assistant)
    await one.user("kucharz")
    await other.user("fryzjer")
    (await one.user("jaki to poziom?")).expect("kucharz")
    (await other.user("jaki to poziom?")).expect("fryzjer")
