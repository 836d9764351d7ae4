"""The sentences of a review: figures, events, tasks, petitions, titles without a period."""

from datetime import date

import pytest

from hopluc.reporting import Letterhead, Report, Signature, Source, compose, outline, stand_alone, to_fragment, to_html
from hopluc.reporting.compose import printed
from hopluc.reporting.report import Section
from hopluc.reporting.review import Accord, Cited, Figure, Happening, Material, Promise, Request, StrandResults, Work

HEAD = Letterhead("", "Sở Khoa học và Công nghệ", "BC-SKHCN", "Vĩnh Hà")
NONE = Cited("")


def review(**parts: object) -> Report:
    material = Material(Cited("Chương trình hợp tác"), NONE, "Sở Khoa học và Công nghệ", "", "", date(2025, 12, 1), **parts)  # type: ignore[arg-type]
    return compose(outline("mid-term-review"), material, (), HEAD, Signature((), ""))


def under(report: Report, title: str) -> list[str]:
    """The paragraphs of the part of that title, those of its own parts too."""
    found: list[Section] = []

    def walk(section: Section) -> None:
        if section.title == title:
            found.append(section)
        for block in section.blocks:
            if isinstance(block, Section):
                walk(block)

    for part in report.sections:
        walk(part)
    return [f"{block.mark} {block.text}".strip() for block in found[0].blocks if not isinstance(block, Section)]  # type: ignore[union-attr]


STRAND = Cited("Chuyển giao công nghệ")


def strand(**parts: object) -> list[str]:
    return under(review(strands=(StrandResults(STRAND, **parts),)), STRAND.text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("khảo sát ", Cited("209 công nghệ")), "- Khảo sát 209 công nghệ."),
        (Figure("", Cited("khoảng 20 gian hàng"), " trong nước"), "- Khoảng 20 gian hàng trong nước."),
        (
            Figure("tổng kinh phí: ", Cited("5.132 triệu đồng"), period="năm 2024"),
            "- Tổng kinh phí: 5.132 triệu đồng (năm 2024).",
        ),
    ],
)
def test_a_figure_stands_in_its_sentence(figure: Figure, said: str) -> None:
    assert strand(figures=(figure,)) == [said]


def test_an_event_tells_what_it_drew() -> None:
    drew = (Figure("", Cited("84 gian hàng")), Figure("", Cited("2.300 lượt khách"), " tham quan"))
    event = Happening(Cited("ngày hội khởi nghiệp"), Cited("ngày 12/09/2024"), Cited("Vĩnh Hà"), drew)

    assert strand(happenings=(event,)) == [
        "- Ngày hội khởi nghiệp, ngày 12/09/2024, tại Vĩnh Hà: 84 gian hàng; 2.300 lượt khách tham quan."
    ]


def test_an_event_of_which_only_the_name_is_known() -> None:
    assert strand(happenings=(Happening(Cited("Hội nghị"), NONE, NONE),)) == ["- Hội nghị."]


def test_tasks_of_a_strand_are_listed_with_who_does_them() -> None:
    works = (Work(Cited("nghiên cứu giống lúa"), Cited("Viện Lúa"), NONE), Work(Cited("Bản đồ nhiệt"), NONE, NONE))

    assert strand(tasks=works) == [
        "- Các nhiệm vụ, dự án đã triển khai:",
        "+ Nghiên cứu giống lúa (đơn vị thực hiện: Viện Lúa).",
        "+ Bản đồ nhiệt.",
    ]


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (
            Work(Cited("Đề án"), Cited("Sở Y tế"), Cited("2021 - 2025"), "đang thực hiện", note=Cited("Đã khảo sát 05 cơ sở")),
            "Cơ quan chủ trì: Sở Y tế. Thời gian thực hiện: 2021 - 2025. Tình hình thực hiện: đang thực hiện. Đã khảo sát 05 cơ sở.",
        ),
        (
            Work(Cited("Đề án"), NONE, NONE, "đã hoàn thành", note=Cited("Đã hoàn thành, đưa vào sử dụng")),
            "Tình hình thực hiện: đã hoàn thành, đưa vào sử dụng.",
        ),
        (Work(Cited("Đề án"), NONE, NONE), "Tình hình thực hiện: chưa có báo cáo."),
        (
            Work(Cited("Đề án"), NONE, NONE, carried_to=Cited("năm 2026")),
            "Tình hình thực hiện: chưa triển khai, chuyển tiếp sang năm 2026.",
        ),
    ],
)
def test_a_task_says_who_when_and_how_it_stands(work: Work, said: str) -> None:
    assert under(review(tasks=(work,)), "Đề án") == [said]


def test_a_task_tells_its_agreements_and_what_is_said_below_it() -> None:
    accord = Accord(
        Cited("Thỏa thuận A"), (Cited("Sở X"), Cited("Viện Y")), NONE, Cited("quý I/2026"), Cited("2026 - 2030"), (Cited("Phòng Z"),),
        (Promise(Cited("đào tạo cán bộ;")),), (Promise(Cited("ít nhất 60 công nghệ")),),
    )  # fmt: skip
    work = Work(Cited("Ký kết"), NONE, NONE, "đang thực hiện", accords=(accord,), statements=(Cited("Hai bên đã họp"),))

    assert under(review(tasks=(work,)), "Ký kết") == [
        "Tình hình thực hiện: đang thực hiện.",
        "Thỏa thuận A. Các bên: Sở X; Viện Y. Dự kiến ký kết: quý I/2026. Giai đoạn: 2026 - 2030. Đầu mối: Phòng Z.",
        "Nội dung hợp tác (01):",
        "+ Đào tạo cán bộ.",
        "Chỉ tiêu (01):",
        "+ Ít nhất 60 công nghệ.",
        "- Hai bên đã họp.",
    ]


def test_an_agreement_of_which_only_the_title_is_known_has_a_part_without_words() -> None:
    accord = Accord(Cited("Thỏa thuận A"), (), NONE, NONE, NONE)

    assert under(review(accords=(accord,)), "Thỏa thuận A") == []


def test_one_answer_to_several_petitions_is_told_once() -> None:
    answer = Cited("bộ thống nhất")
    requests = [Request(Cited("Bộ"), Cited(f"kiến nghị {n}"), answer) for n in (1, 2)]
    requests += [Request(Cited("Bộ"), Cited("Kiến nghị 3"), Cited("đang xem xét")), Request(NONE, Cited("Kiến nghị 4"))]

    assert under(review(requests=tuple(requests)), "Kết luận và kiến nghị") == [
        "Kiến nghị đã được Bộ trả lời:",
        "- Kiến nghị 1;",
        "- Kiến nghị 2;",
        "- Kiến nghị 3 (ý kiến trả lời: đang xem xét).",
        "Ý kiến trả lời đối với 02 kiến nghị trên: Bộ thống nhất.",
        "Kiến nghị, đề xuất:",
        "- Kiến nghị 4.",
    ]


def test_what_is_answered_is_not_asked_again() -> None:
    requests = (
        Request(Cited("Bộ"), Cited("Bố trí kinh phí"), Cited("Bộ thống nhất, giao cơ quan chuyên gia.")),
        Request(Cited("Bộ"), Cited("Cử chuyên gia.")),
        Request(NONE, Cited("Bố trí quỹ đất"), Cited("đồng ý")),
    )

    assert under(review(requests=requests), "Kết luận và kiến nghị") == [
        "Kính đề nghị Bộ:",
        "- Cử chuyên gia.",
        "Kiến nghị đã được Bộ trả lời:",
        "- Bố trí kinh phí (ý kiến trả lời: Bộ thống nhất, giao cơ quan chuyên gia).",
        "Kiến nghị, đề xuất đã được trả lời:",
        "- Bố trí quỹ đất (ý kiến trả lời: đồng ý).",
    ]


def test_targets_stand_for_aims_that_are_not_said() -> None:
    targets = (Promise(Cited("đào tạo 100 kỹ sư")), Promise(Cited("Chuyển giao 20 công nghệ.")))

    assert under(review(targets=targets), "Mục tiêu của Chương trình") == [
        "Chương trình đặt ra 02 chỉ tiêu:", "- Đào tạo 100 kỹ sư.", "- Chuyển giao 20 công nghệ.",
    ]  # fmt: skip
    assert under(review(targets=targets, aims=(Cited("nâng cao năng lực"),)), "Mục tiêu của Chương trình") == [
        "- Nâng cao năng lực."
    ]


def test_the_conclusion_counts_no_state_that_nothing_has() -> None:
    works = (Work(Cited("A"), NONE, NONE, "đã hoàn thành"), Work(Cited("B"), NONE, NONE, "đã hoàn thành"))

    assert under(review(tasks=works), "Kết luận và kiến nghị") == [
        "Chương trình có 02 nhiệm vụ cụ thể: 02 nhiệm vụ đã hoàn thành."
    ]


def test_how_the_work_was_arranged_is_told_with_the_committees() -> None:
    said = under(review(arrangements=(Cited("hằng năm bố trí kinh phí"),)), "Công tác tổ chức thực hiện")

    assert said == ["- Hằng năm bố trí kinh phí."]


@pytest.mark.parametrize(
    ("past", "plan", "title"),
    [
        ("2021 - 2025", "2026 - 2030", "Sơ kết giai đoạn 2021 - 2025 và kế hoạch giai đoạn 2026 - 2030 của A"),
        ("2025", "", "Sơ kết năm 2025 của A"),
        ("", "", "Sơ kết của A"),
    ],
)
def test_a_title_names_only_the_periods_that_are_known(past: str, plan: str, title: str) -> None:
    words = {"period": past, "plan_period": plan, "programme": "A"}

    assert printed("Sơ kết giai đoạn {period} và kế hoạch giai đoạn {plan_period} của {programme}", words) == title


def test_a_figure_leads_to_its_passage_on_the_site_and_to_the_foot_without_one() -> None:
    sources = (Source("1", "BC", "trang 1", "94", address="/van-ban/1/"), Source("2", "BC", "trang 2", "12"))
    figures = (Figure("", Cited("94 công nghệ", ("1",))), Figure("", Cited("12 khóa", ("2", "1"))))
    material = Material(Cited("C"), NONE, "S", "", "", date(2025, 1, 1), strands=(StrandResults(STRAND, figures),))
    fragment = to_fragment(compose(outline("mid-term-review"), material, sources, HEAD, Signature((), "")))

    assert '<a href="/van-ban/1/">94 công nghệ</a>' in fragment
    assert '<a href="#nguon-2">12 khóa</a><sup><a href="/van-ban/1/">[2]</a></sup>' in fragment


def test_a_page_of_its_own_escapes_its_title_and_holds_the_fragment_as_it_is() -> None:
    report = review()

    page = stand_alone("A < B", to_fragment(report))

    assert "<title>A &lt; B</title>" in page
    assert to_fragment(report) in to_html(report)
    assert "style=" not in to_fragment(report)
