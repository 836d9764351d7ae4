"""Web pages: the article as a browser shows it, the page around it left out or marked."""

import html
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hopluc.errors import EmptyFile, LegacyEncoding
from hopluc.reading.document import Document
from hopluc.reading.sources.webpage import document_of_webpage


def opened(body: str, head: str = "") -> Document:
    return document_of_webpage(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def marked(document: Document) -> list[str]:
    return [document.quote(span) for span in document.furniture]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Một <b>hai</b>\n  ba</p><p>bốn</p>", "Một hai ba\nbốn\n"),
        ("<div>Một<p>hai</p>ba</div>", "Một\nhai\nba\n"),
        ("Thành&nbsp;phố &amp; tỉnh<br> Vĩnh Hà", "Thành\u00a0phố & tỉnh\nVĩnh Hà\n"),
        ("<p>Một</p><p> </p><p>&nbsp;</p><p>hai</p>", "Một\nhai\n"),
        ("<ol><li>Một</li><li>Hai</li></ol><ul><li>Ba</li></ul>", "1. Một\n2. Hai\n- Ba\n"),
        ("<ol start=3 type=a><li>Một</li><li>Hai</li></ol>", "c) Một\nd) Hai\n"),
        ("<pre>a  b\n c</pre>", "a b\nc\n"),
        ("Số 5<sup>1</sup>", "Số 51\n"),
        ("<p>Một<!-- ghi chú --><script>x()</script><style>p{}</style></p>", "Một\n"),
        ("<p hidden>ẩn</p><p style='display: none'>ẩn</p><p aria-hidden=true>ẩn</p><p>hiện</p>", "hiện\n"),
        ("<form><p>Một</p><input value=x><select><option>y</select><button>Gửi</button></form>", "Một\n"),
        ("<nav>Trang chủ</nav><aside>Bên lề</aside><p>Một</p><footer>Bản quyền</footer>", "Một\n"),
        ("<div role=navigation>Mục lục</div><p>Một</p>", "Một\n"),
        ("<header>Cổng thông tin</header><article><header><h1>Tên bài</h1></header><p>Một</p></article>", "Tên bài\nMột\n"),
        ("<p>Một &lt;b&gt; hai &#x110;", "Một <b> hai Đ\n"),
    ],
)
def test_text_is_what_a_browser_shows(body: str, text: str) -> None:
    assert opened(body).text == text


def test_headings_have_their_level() -> None:
    document = opened("<h1>Tên</h1><p>Thân</p><h3>Mục</h3>")

    assert [(document.quote(at.span), at.heading) for at in document.locators] == [("Tên", 1), ("Thân", None), ("Mục", 3)]


def test_a_table_of_data_keeps_its_grid() -> None:
    document = opened(
        "<p>Trước</p><table><tr><th rowspan=2>TT</th><th colspan=2>Nhiệm vụ</th></tr><tr><th>Tên</th><th>Cơ quan</th></tr>"
        "<tr><td>1</td><td><p>Đề án</p><p>giai đoạn 2</p></td><td>Sở<br>Công Thương</td></tr></table><p>Sau</p>"
    )

    assert document.text == (
        "Trước\n\tTT\n\tNhiệm vụ\n\n\t\n\tTên\n\tCơ quan\n\n\t1\n\tĐề án\ngiai đoạn 2\n\tSở\nCông Thương\n\nSau\n"
    )
    cells = {at.cell: document.quote(at.span) for at in document.locators}
    assert cells == {
        None: "Sau",
        (0, 0, 0): "TT",
        (0, 0, 1): "Nhiệm vụ",
        (0, 1, 0): "",
        (0, 1, 1): "Tên",
        (0, 1, 2): "Cơ quan",
        (0, 2, 0): "1",
        (0, 2, 1): "Đề án\ngiai đoạn 2",
        (0, 2, 2): "Sở\nCông Thương",
    }


def test_a_table_that_frames_the_page_is_no_table_of_data() -> None:
    data = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"

    document = opened(f"<table><tr><td><p>Bài viết</p>{data}</td><td>cột</td></tr><tr><td>x</td><td>y</td></tr></table>")

    assert {at.cell for at in document.locators if at.cell} == {(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)}
    assert document.text.startswith("Bài viết\n\ta\n\tb\n")


def test_menus_counters_and_links_are_marked_not_lost() -> None:
    links = "".join(f"<li><a href=/{n}>Tin số {n}</a></li>" for n in range(5))

    document = opened(
        f"<div class='top-menu'>Giới thiệu</div><p>Bài viết về hợp tác.</p><ul>{links}</ul><div>Số lượt truy cập: 1.234</div>"
        "<p>Hết bài.</p>"
    )

    assert marked(document) == [
        "Giới thiệu", "- Tin số 0", "- Tin số 1", "- Tin số 2", "- Tin số 3", "- Tin số 4", "Số lượt truy cập: 1.234",
    ]  # fmt: skip


def test_links_in_prose_and_few_links_are_no_furniture() -> None:
    document = opened("<p>Theo <a>Quyết định số 12/QĐ-UBND</a> nêu trên.</p><p><a>Tải về</a></p><p><a>Phụ lục</a></p>")

    assert marked(document) == []


def test_a_class_of_the_article_itself_is_no_furniture() -> None:
    assert marked(opened("<div class='widget content'><h1>Tên bài</h1><p>Thân bài</p></div>")) == []


def test_the_title_is_a_property() -> None:
    assert opened("<p>x</p>", "<title> Tin\n tức </title>").properties == {"title": "Tin tức"}


def test_an_empty_page_is_told() -> None:
    with pytest.raises(EmptyFile):
        opened("<script>1</script>")


def test_a_page_in_another_encoding_is_refused() -> None:
    with pytest.raises(LegacyEncoding):
        document_of_webpage("<html><meta charset=latin1><p>Café".encode("latin-1"), "a.html")


WORDS = st.text(st.sampled_from("aáằệđỡ ơ\u0301\u0323A1,.-/&<>\"'\n"), max_size=30)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(WORDS, st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=2, max_size=3)), min_size=1, max_size=6
    )
)
def test_every_word_stands_at_its_locator(blocks: list[str | list[list[str]]]) -> None:
    body, said = "<p>Đầu</p>", ["Đầu"]
    for block in blocks:
        if isinstance(block, str):
            body, said = f"{body}<p>{html.escape(block)}</p>", [*said, block]
            continue
        rows = "".join("<tr>" + "".join(f"<td>{html.escape(words)}</td>" for words in row) + "</tr>" for row in block)
        body, said = f"{body}<table>{rows}</table>", [*said, *(words for row in block for words in row)]

    document = opened(body)

    found = [document.quote(at.span) for at in document.locators]
    expected = [unicodedata.normalize("NFC", " ".join(words.split())) for words in said]
    assert list(filter(None, found)) == list(filter(None, expected))
    assert document.text.split() == " ".join(found).split()
