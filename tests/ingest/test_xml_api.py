"""The register's older XML API: its codes, its pages, and XML nobody should parse."""

from collections import deque
from datetime import date

import pytest
from register_api import RegisterServer, body, reset, web_page

from ingest.sources.errors import SourceError
from ingest.sources.polite import Manners
from ingest.sources.xml_api import XmlApi
from ingest.sources.xml_records import category_of, qualification_elements

TODAY = date(2026, 11, 20)
FAST = Manners(per_second=10_000, attempts=2, timeout=5, first_wait=0)


def one(number: int | str, **fields: str) -> str:
    given = {"nazwa": f"Testowa {number}", **fields}
    inner = "".join(f"<{tag}>{text}</{tag}>" for tag, text in given.items())
    return f"<kwalifikacja><id>{number}</id>{inner}</kwalifikacja>"


def page(*elements: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><wynik>{"".join(elements)}</wynik>'.encode()


FULL = one(
    13870,
    rodzaj="2",
    status="funkcjonująca",
    kod="C-1",
    poziom="6",
    dziedzina="0613",
    pkd="62.01",
    polon="NULL",
    charakterystyka="Ekspert od &lt;b&gt;materacy&lt;/b&gt;.",
)


@pytest.fixture
def register():
    with RegisterServer(xml_pages=[page(FULL, one(2)), page(one(3), one(3), one(2))]) as server:
        yield server


@pytest.fixture
def api(register):
    client = XmlApi.at(register.xml_url, FAST)
    yield client
    client.close()


def test_documented_fields_become_ours(api):
    record = api.fetch_all(TODAY).records[0]

    assert (record.id, record.register_id, record.code) == ("zrk:13870", 13870, "C-1")
    assert (record.kind, record.status, record.category) == ("partial", "functioning", "market")
    assert (record.prk_level, record.isced, record.pkd) == (6, "0613", ("62.01",))
    assert record.summary.pl == "Ekspert od materacy."
    assert record.url == "https://kwalifikacje.gov.pl/k?id_kw=13870"
    assert record.source_of("name").confidence == "register"


def test_pages_are_read_until_an_empty_one(register, api):
    told = []

    result = api.fetch_all(TODAY, lambda *step: told.append(step))

    assert [record.register_id for record in result.records] == [13870, 2, 3, 3]
    assert [path.split("page=")[1] for path in register.requests] == ["1", "2", "3"]
    assert told[-1] == ("download", 4, 4)


def test_a_server_that_repeats_its_page_for_ever_is_left(register, api):
    register.xml_pages = [page(one(1))] * 50

    assert len(api.fetch_all(TODAY).records) == 1
    assert len(register.requests) == 2


def test_an_empty_body_ends_the_list(register, api):
    register.xml_pages = [page(one(1)), b"  "]

    assert len(api.fetch_all(TODAY).records) == 1


def test_what_has_no_number_or_name_is_set_aside(register, api):
    register.xml_pages = [page("<k><nazwa>Bez numeru</nazwa></k>", one(5), one(6, nazwa=" "))]

    result = api.fetch_all(TODAY)

    assert [record.register_id for record in result.records] == [5]
    assert [item["reason"].split(":")[0] for item in result.set_aside] == ["no id", "zrk"]


def test_one_record_is_asked_for_by_its_id(register, api):
    register.xml_pages = [page(one(1)), page(one(2))]

    (record,) = api.fetch_one(2, TODAY).records

    assert record.id == "zrk:2"
    assert "id=2" in register.requests[0]


def test_a_reset_is_overcome(register, api):
    register.faults = deque([reset, None, reset])

    assert len(api.fetch_all(TODAY).records) == 4


@pytest.mark.parametrize(
    ("polon", "category"),
    [
        ("", "market"),
        ("NULL", "market"),
        ("1", "degree"),
        ("14054", "degree"),
        ("2147483647", "degree"),
        ("14055", None),
        ("555555555", "postgraduate"),
        ("1111111111", "school"),
        ("222222222", "regulated"),
        ("444444444", "craft"),
        ("333333333", "general"),
        ("x", None),
        ("0", None),
    ],
)
def test_the_category_hides_in_the_polon_number(polon, category):
    assert category_of(polon) == category


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x><nazwa>&b;</nazwa></x>"""
STRANGER = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x><nazwa>&e;</nazwa></x>"""


@pytest.mark.parametrize("content", [BOMB, STRANGER, b"<!DOCTYPE x><x/>"], ids=["bomb", "external", "doctype"])
def test_entities_and_document_types_are_refused(register, api, content):
    register.faults = deque([body(content, "text/xml")])

    with pytest.raises(SourceError, match="refused XML with"):
        api.fetch_all(TODAY)


@pytest.mark.parametrize(
    "content",
    [
        page(FULL)[:-30],
        b"<a><b></a>",
        b"plain words",
        b"\x00\x01\x02",
        page(one(1)).decode().encode("utf-16-le"),
        '<?xml version="1.0" encoding="UTF-8"?><a>ż</a>'.encode("cp1250"),
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        b'<?xml version="1.0" encoding="rot13"?><a/>',
        b"<a>&undefined;</a>",
    ],
)
def test_what_is_no_xml_is_said(content):
    with pytest.raises(SourceError, match=r"not readable as XML|refused XML"):
        qualification_elements(content, "http://register.example")


def test_a_web_page_instead_of_xml_is_said(register, api):
    register.faults = deque([web_page] * 2)

    with pytest.raises(SourceError):
        api.fetch_all(TODAY)


def test_other_encodings_that_say_so_are_read():
    content = '<?xml version="1.0" encoding="iso-8859-2"?><w><k><nazwa>żółw</nazwa></k></w>'.encode("iso-8859-2")

    (element,) = qualification_elements(content, "x")

    assert element.findtext("nazwa") == "żółw"
