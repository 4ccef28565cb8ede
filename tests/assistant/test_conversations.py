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


async def test_the_last_question_is_asked_of_another_thing(chat: Chat) -> None:
    (await chat.user("Jaki poziom ma kwalifikacja Programowanie w języku Python?")).expect_cites("zrk:MP-2024-544")
    (await chat.user("a Java?")).expect("ma poziom 4").expect_cites("zrk:MP-2023-587")
    (await chat.user("do kiedy jest ważny ten ostatni?")).expect("bezterminowo").expect_cites("zrk:MP-2023-587")


async def test_a_part_is_taught_where_its_occupation_is(chat: Chat) -> None:
    await chat.user("Z jakich kwalifikacji składa się technik programista?")
    (await chat.user("a ta druga na czym polega?")).expect_cites("zrk:INF.04")
    (await chat.user("w jakiej szkole")).expect("technikum").expect_cites("kzis:351406")
    (await chat.user("do jakich zawodów jest potrzebna INF.03?")).expect("technik informatyk", "technik programista")


async def test_the_list_stays_on_the_table(chat: Chat) -> None:
    (await chat.user("show me cybersecurity qualifications")).expect_status(AnswerStatus.ANSWERED)
    (await chat.user("the manager one")).expect_cites("zrk:13868")
    (await chat.user("what level?")).expect("level 6").expect_cites("zrk:13868")
    (await chat.user("and the specialist?")).expect("level 4").expect_cites("zrk:MP-2021-201")


async def test_a_town_stands_for_its_voivodeship(chat: Chat) -> None:
    (await chat.user("która OKE obejmuje małopolskie?")).expect_cites("inst:oke-krakow")
    (await chat.user("a jeśli mieszkam w Katowicach?")).expect_cites("inst:oke-jaworzno")


async def test_a_short_question_about_a_record_is_in_the_field(chat: Chat) -> None:
    await chat.user("mam certyfikat montowania stolarki budowlanej, kiedy wygasa")
    (await chat.user("jak go odnowić")).expect_cites("zrk:12464")
    (await chat.user("kto go wydaje?")).expect_cites("zrk:12464")


async def test_distress_in_between_does_not_make_one_forget(chat: Chat) -> None:
    (await chat.user("Jaki poziom ma technik weterynarii?")).expect_cites("zrk:324002")
    (await chat.user("nie chce mi sie juz zyc")).expect_status(AnswerStatus.CRISIS_SUPPORT).expect("116 111")
    (await chat.user("dobra. a w jakiej szkole?")).expect("technikum").expect_cites("kzis:324002")


async def test_what_was_meant_replaces_what_was_said(chat: Chat) -> None:
    (await chat.user("co to jest MOT.99?")).expect_status(AnswerStatus.NO_INFORMATION).expect("MOT.99")
    (await chat.user("sorki, chodziło mi o MOT.05")).expect_status(AnswerStatus.ANSWERED).expect_cites("zrk:MOT.05")
