"""E-mail: the head, the letter, the names of what is attached."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc.errors import BrokenFile, EmptyFile, LegacyEncoding, StateSecret, TooLarge, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.letter import document_of_letter
from hopluc.reading.sources.sniff import media_of

HEAD = "Từ: Phòng Quản lý <phong@vinhha.example>\nĐến: so@vinhha.example\nNgày: 05/03/2024 14:30\nChủ đề: Báo cáo quý I\n"


def letter(plain: str | None = "Kính gửi Sở,\nGửi báo cáo.\n", html: str | None = None, *attached: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Phòng Quản lý <phong@vinhha.example>"
    message["To"] = "so@vinhha.example"
    message["Date"] = "Tue, 05 Mar 2024 14:30:00 +0700"
    message["Subject"] = "Báo cáo quý I"
    message["Message-ID"] = "<1@vinhha.example>"
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        message.add_alternative(html, subtype="html") if plain is not None else message.set_content(html, subtype="html")
    for name in attached:
        message.add_attachment(b"PK\x03\x04", maintype="application", subtype="octet-stream", filename=name)
    return message


def test_a_letter_is_its_head_and_its_words() -> None:
    document = open_source(bytes(letter()), "thu.eml")

    assert document.text == f"{HEAD}Kính gửi Sở,\nGửi báo cáo.\n"
    assert (document.media, dict(document.properties)) == ("message/rfc822", {})


def test_attachments_are_named_and_not_opened() -> None:
    document = open_source(bytes(letter("Gửi báo cáo.", None, "báo cáo.docx", "../../phụ lục.xlsx")), "thu.eml")

    assert document.properties["attachments"] == "báo cáo.docx; phụ lục.xlsx"
    assert [document.quote(span) for span in document.furniture] == [
        "Tệp đính kèm (chưa đọc, đề nghị tải lên riêng): báo cáo.docx; phụ lục.xlsx"
    ]


def test_plain_words_go_before_the_same_as_a_web_page() -> None:
    assert open_source(bytes(letter("Chữ", "<p>Trang</p>")), "thu.eml").text == f"{HEAD}Chữ\n"


def test_a_letter_written_as_a_web_page_keeps_its_tables_and_places() -> None:
    page = "<html><body><p>Kính gửi</p><table><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td>Họp</td></tr></table></body></html>"

    document = open_source(bytes(letter(None, page)), "thu.eml")

    assert document.text == f"{HEAD}Kính gửi\n\tTT\n\tViệc\n\n\t1\n\tHọp\n\n"
    assert [(document.quote(at.span), at.paragraph, at.cell) for at in document.locators[4:7]] == [
        ("Kính gửi", 4, None),
        ("TT", 5, (0, 0, 0)),
        ("Việc", 6, (0, 0, 1)),
    ]


def test_a_web_page_without_words_leaves_the_head() -> None:
    assert open_source(bytes(letter(None, "<html><body></body></html>")), "thu.eml").text == HEAD


def raw(head: str, body: bytes) -> Document:
    data = f"From: a@x.vn\nSubject: B\nMIME-Version: 1.0\n{head}\n\n".encode() + body
    return open_source(data, "thu.eml")


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        ("Content-Type: text/plain; charset=utf-8", "Sở".encode(), "Sở"),
        ("Content-Type: text/plain; charset=us-ascii", "Sở".encode(), "Sở"),
        ("Content-Type: text/plain; charset=x-none", "Sở".encode(), "Sở"),
        ("Content-Type: text/plain; charset=windows-1258", "thành phố".encode("cp1258", "ignore"), "thành ph"),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"U+G7nw==", "Sở"),
        ("Content-Type: text/plain; charset=utf-8; format=flowed", "một \r\nhai\r\nba".encode(), "một hai\nba"),
        ("Content-Type: application/pdf", b"%PDF", ""),
    ],
)
def test_the_words_of_a_part_are_decoded(head: str, body: bytes, said: str) -> None:
    assert raw(head, body).text == f"Từ: a@x.vn\nChủ đề: B\n{said}".strip() + "\n"


def test_a_letter_in_no_known_encoding_is_refused() -> None:
    with pytest.raises(LegacyEncoding):
        raw("Content-Type: text/plain", b"S\xf4\xff")


def test_a_stamp_of_secrecy_is_heeded() -> None:
    with pytest.raises(StateSecret):
        open_source(bytes(letter("TỐI MẬT\nKính gửi")), "thu.eml")


def test_nothing_in_a_letter_is_nothing() -> None:
    with pytest.raises(EmptyFile):
        document_of_letter(b"X-A: 1\n\n", "thu.eml")


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"From: a\nDate: b\nMessage-ID: c\n\nx", "message/rfc822"),
        (b"Received: a\n\tby b\r\nSubject: b\r\nTo: c\r\n\r\nx", "message/rfc822"),
        (b"From: a\nDate: b\nSubject: c\n\nx", "text/plain"),
        ("Số: 12\nNgày: 5\n\nx".encode(), "text/plain"),
        (b"Message-ID: c\n\nFrom: a\nTo: b", "text/plain"),
    ],
)
def test_a_letter_is_told_by_its_head(data: bytes, media: str) -> None:
    assert media_of(data, "a") == media


@given(
    st.binary(max_size=300), st.sampled_from(["multipart/mixed; boundary=b", "text/plain", "text/html; charset=utf-16", "a;;b"])
)
def test_a_broken_letter_is_a_document_or_a_refusal(data: bytes, kind: str) -> None:
    head = f"From: =?utf-8?b?////?= <\nTo: a@b\nMIME-Version: 1\nContent-Type: {kind}\n\n".encode()
    try:
        document = document_of_letter(head + data + b"\n--b\n\n" + data, "a")
    except UnreadableFile:
        return

    assert all(document.quote(at.span) for at in document.locators)


def test_letters_within_letters_past_all_depth_are_refused_or_read_in_bounds() -> None:
    head = b"From: a\nTo: b\nMIME-Version: 1.0\n"
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(3000))

    with Sandbox() as sandbox:
        with pytest.raises((BrokenFile, TooLarge)):
            open_source(head + nest, "thu.eml", sandbox)
        assert open_source(bytes(letter()), "thu.eml", sandbox).text.startswith(HEAD)
