"""The numbers of a draft's paragraphs: which are counted, that they stay, and the door at the end of each."""

from lxml.html import fragment_fromstring

from hopluc.reporting import Door, paragraphs_in, with_doors

PAGE = (
    '<article class="report"><div class="head"><p>ĐẦU TRANG</p></div><div class="title"><p>BÁO CÁO</p></div>'
    "<h3>I. KẾT QUẢ</h3><p>Đã tổ chức <b>03</b>\n hội thảo.</p>"
    '<div class="scroll"><table><thead><tr><th>TT</th></tr></thead><tbody><tr><td><p>1</p></td><td><p>Đề án</p></td></tr></tbody></table></div>'
    '<div class="signature"><div><p>Nơi nhận:</p></div></div><section class="sources"><p>Nguồn</p></section></article>'
)


def test_headings_paragraphs_and_rows_between_title_and_signature_are_counted():
    assert paragraphs_in(PAGE) == ("I. KẾT QUẢ", "Đã tổ chức 03 hội thảo.", "1Đề án")


def test_each_has_its_door_at_its_end_and_the_words_stay():
    made = with_doors(PAGE, lambda number: Door(f"[{number}]", f"Góp ý đoạn {number}", f"/y-kien/?doan={number}"))

    article = fragment_fromstring(made)
    doors = article.findall(".//a")
    assert [(door.text, door.get("href"), door.get("aria-label")) for door in doors] == [
        ("[1]", "/y-kien/?doan=1", "Góp ý đoạn 1"),
        ("[2]", "/y-kien/?doan=2", "Góp ý đoạn 2"),
        ("[3]", "/y-kien/?doan=3", "Góp ý đoạn 3"),
    ]
    assert [door.getparent().tag for door in doors] == ["h3", "p", "p"]
    assert [block.get("id") for block in article.iterfind(".//*[@id]")] == ["doan-1", "doan-2", "doan-3"]


def test_a_paragraph_may_have_no_door():
    made = with_doors(PAGE, lambda number: Door("[2]", "x", "#y") if number == 2 else None)

    assert [door.text for door in fragment_fromstring(made).findall(".//a")] == ["[2]"]
    assert paragraphs_in(made) == ("I. KẾT QUẢ", "Đã tổ chức 03 hội thảo.[2]", "1Đề án")
