"""How surely likely duplicates among returns are proposed: a made set of 20 returns in which 40 things are told twice.

Two agencies tell of one thing in words of their own: another order, short forms, details left out, figures that differ. Beside
them stand things that only look alike: the same topic on another day, the same partner about something else, the same survey
elsewhere. Run: python -m benchmarks.merge [--errors] [SEED …]
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hopluc.likely import likely_pairs, told

AGENCIES, PLANTED, ALONE = 20, 40, 200
SEEDS = tuple(range(2026, 2036))
"""The ten sets that are measured together. What tells duplicates was settled on other seeds."""

TOPICS = (
    "chuyển đổi số trong quản lý đô thị", "truy xuất nguồn gốc nông sản", "xử lý nước thải làng nghề", "tiết kiệm năng lượng trong chiếu sáng",
    "nuôi trồng thủy sản công nghệ cao", "bảo quản lạnh trái cây xuất khẩu", "quan trắc chất lượng không khí", "an toàn thông tin mạng",
    "trí tuệ nhân tạo trong chẩn đoán hình ảnh", "kiểm soát xâm nhập mặn", "vật liệu xây dựng không nung", "sản xuất phân bón hữu cơ vi sinh",
    "sở hữu trí tuệ cho sản phẩm đặc trưng", "thiết kế vi mạch bán dẫn", "khởi nghiệp sáng tạo trong sinh viên", "năng suất chất lượng cho doanh nghiệp nhỏ",
    "bảo tồn giống lúa bản địa", "cảnh báo sạt lở bờ sông", "thu gom chất thải nhựa", "logistics cảng biển thông minh",
    "ứng dụng đồng vị phóng xạ trong y tế", "chế biến sâu rong biển", "nền tảng dữ liệu mở", "phòng trừ sâu bệnh trên cây có múi",
    "du lịch thông minh", "điện mặt trời mái nhà", "công nghệ in 3D trong cơ khí", "tiêu chuẩn đo lường xăng dầu",
)  # fmt: skip
PARTNERS = (
    "Đại học Bách khoa Hà Nội", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Viện Năng suất Việt Nam", "Trường Đại học Cần Thơ",
    "Viện Nghiên cứu Hải sản", "Tập đoàn FPT", "Cục Sở hữu trí tuệ", "Học viện Nông nghiệp Việt Nam", "Trường Đại học Thủy lợi",
    "Viện Năng lượng nguyên tử Việt Nam", "Tập đoàn Bưu chính Viễn thông Việt Nam", "Trường Đại học Nha Trang",
)  # fmt: skip
CITIES = ("Daejeon", "Fukuoka", "Rennes", "Leipzig", "Perth", "Hsinchu", "Haifa", "Tampere", "Ghent", "Bilbao")
GROUNDS = (
    "phường Hồng Lạc",
    "phường An Phú Đông",
    "xã Tân Thạnh",
    "xã Mỹ Lộc",
    "đặc khu Hòn Ngang",
    "phường Trung Nghĩa",
    "xã Vĩnh Bình",
)


@dataclass(frozen=True)
class Thing:
    """Something done, which one or two agencies tell of: its kind and what is particular to it."""

    kind: str
    topic: str
    partner: str
    city: str
    ground: str
    day: int
    month: int
    number: int

    def meets(self, other: "Thing") -> bool:
        """Does it share a place, a partner, a city or a day with another."""
        return bool({self.partner, self.city, self.ground, self.day} & {other.partner, other.city, other.ground, other.day})

    def differs(self, chance: random.Random) -> "Thing":
        """The same thing with another figure, as a second agency counts it."""
        return Thing(**{**vars(self), "number": self.number + chance.choice((-7, -3, 4, 9))})


Teller = Callable[[Thing], str]
TELLERS: dict[str, tuple[Teller, ...]] = {
    "workshop": (
        lambda t: f"Ngày {t.day}/{t.month}/2026, phối hợp với {t.partner} tổ chức hội thảo về {t.topic}, thu hút {t.number} đại biểu.",
        lambda t: f"Hội thảo {t.topic} được tổ chức ngày {t.day:02}/{t.month}/2026 với sự tham gia của {t.partner}; có {t.number} người dự.",
        lambda t: f"Đã cử cán bộ cùng {t.partner} chuẩn bị và tổ chức hội thảo chuyên đề {t.topic} cho {t.number} đại biểu các sở, ngành.",
    ),
    "course": (
        lambda t: f"Mở lớp tập huấn {t.topic} cho {t.number} học viên tại {t.ground} do {t.partner} giảng dạy.",
        lambda t: f"Phối hợp {t.partner} đào tạo, tập huấn {t.number} lượt cán bộ của {t.ground} về {t.topic}.",
        lambda t: f"{t.number} cán bộ, người dân {t.ground} được tập huấn kiến thức về {t.topic}.",
    ),
    "delegation": (
        lambda t: f"Tổ chức đoàn công tác {t.number} người đi học tập kinh nghiệm {t.topic} tại {t.city} từ ngày {t.day}/{t.month}/2026.",
        lambda t: f"Tham gia đoàn công tác của thành phố tại {t.city} ({t.number} thành viên, khởi hành ngày {t.day}/{t.month}) để tìm hiểu {t.topic}.",
        lambda t: f"Đoàn {t.number} cán bộ đã sang {t.city} trao đổi kinh nghiệm về {t.topic}.",
    ),
    "signing": (
        lambda t: f"Ký thỏa thuận hợp tác với {t.partner} về {t.topic} ngày {t.day}/{t.month}/2026.",
        lambda t: f"Tham mưu ký kết bản thỏa thuận giữa thành phố và {t.partner} trong lĩnh vực {t.topic} (ngày {t.day} tháng {t.month} năm 2026).",
        lambda t: f"Thỏa thuận hợp tác về {t.topic} với {t.partner} đã được ký kết, đang xây dựng kế hoạch thực hiện.",
    ),
    "survey": (
        lambda t: f"Khảo sát {t.number} cơ sở sản xuất tại {t.ground} về nhu cầu {t.topic}.",
        lambda t: f"Hoàn thành điều tra, khảo sát nhu cầu {t.topic} của {t.number} cơ sở trên địa bàn {t.ground}.",
        lambda t: f"Tại {t.ground}, đã khảo sát xong nhu cầu về {t.topic}; thu {t.number} phiếu của các cơ sở sản xuất.",
    ),
    "transfer": (
        lambda t: f"Hỗ trợ {t.number} doanh nghiệp, hợp tác xã ở {t.ground} tiếp nhận công nghệ {t.topic}.",
        lambda t: f"Chuyển giao công nghệ {t.topic} cho {t.number} đơn vị (doanh nghiệp, hợp tác xã) thuộc {t.ground}.",
        lambda t: f"Mô hình {t.topic} được chuyển giao cho các hợp tác xã, doanh nghiệp tại {t.ground}.",
    ),
    "booths": (
        lambda t: f"Trưng bày {t.number} gian hàng giới thiệu sản phẩm {t.topic} tại triển lãm ngày {t.day}/{t.month}/2026.",
        lambda t: f"Tổ chức khu triển lãm {t.topic} gồm {t.number} gian hàng, khai mạc ngày {t.day}/{t.month}/2026.",
        lambda t: f"Vận động doanh nghiệp tham gia triển lãm {t.topic} với {t.number} gian hàng giới thiệu sản phẩm.",
    ),
    "database": (
        lambda t: f"Xây dựng cơ sở dữ liệu {t.topic} với {t.number} bản ghi, phối hợp {t.partner} vận hành thử.",
        lambda t: f"Cơ sở dữ liệu về {t.topic} do {t.partner} phối hợp xây dựng đã vận hành thử, cập nhật {t.number} bản ghi.",
        lambda t: f"Cập nhật {t.number} bản ghi vào cơ sở dữ liệu {t.topic} đang vận hành thử nghiệm.",
    ),
}  # fmt: skip


def things(chance: random.Random) -> Iterator[Thing]:
    """Things without end. Those of one kind on one topic are at other places, with other partners, on other days: other things."""
    seen: dict[tuple[str, str], list[Thing]] = {}
    while True:
        day, month = chance.randint(1, 28), chance.randint(1, 12)
        made = Thing(
            chance.choice(tuple(TELLERS)),
            chance.choice(TOPICS),
            chance.choice(PARTNERS),
            chance.choice(CITIES),
            chance.choice(GROUNDS),
            day,
            month,
            chance.randint(11, 240),
        )
        alike = seen.setdefault((made.kind, made.topic), [])
        if not alike or (made.kind in NEAR and not any(made.meets(other) for other in alike)):
            alike.append(made)
            yield made


NEAR = frozenset({"workshop", "course", "survey", "transfer", "delegation"})
"""Kinds of which the same topic comes again on another day, at another place or in another city: another thing."""


@dataclass(frozen=True)
class Said:
    """A sentence of an agency."""

    key: int
    agency: int
    text: str


def made_set(seed: int) -> tuple[list[Said], set[tuple[int, int]]]:
    """The sentences of 20 returns, and the pairs that tell of one thing."""
    chance = random.Random(seed)  # noqa: S311  a made set, the same each time
    source, sentences, planted = things(chance), list[Said](), set[tuple[int, int]]()

    def say(thing: Thing, agency: int, teller: Teller) -> int:
        sentences.append(Said(len(sentences) + 1, agency, teller(thing)))
        return len(sentences)

    for number in range(PLANTED):
        thing = next(source)
        one, other = chance.sample(range(AGENCIES), 2)
        first, second = chance.sample(TELLERS[thing.kind], 2)
        retold = thing.differs(chance) if number % 3 == 0 else thing
        planted.add((say(thing, one, first), say(retold, other, second)))
    for thing in (next(source) for _ in range(ALONE)):
        say(thing, chance.randrange(AGENCIES), chance.choice(TELLERS[thing.kind]))
    return sentences, planted


def measured(seed: int) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """How many pairs are planted, proposed and both, and each pair missed or wrongly proposed with its sentences."""
    sentences, planted = made_set(seed)
    text = {said.key: said.text for said in sentences}
    pairs = likely_pairs([told(said.key, said.agency, "result", said.text) for said in sentences])
    proposed = {(min(pair.first, pair.second), max(pair.first, pair.second)) for pair in pairs}
    wrong = [("missed", text[one], text[other]) for one, other in sorted(planted - proposed)]
    wrong += [("wrong", text[one], text[other]) for one, other in sorted(proposed - planted)]
    return Counter(planted=len(planted), proposed=len(proposed), right=len(proposed & planted)), wrong


def main(words: list[str]) -> None:
    """Measure the sets of some seeds together; with `--errors`, tell each pair missed or wrongly proposed."""
    seeds = [int(word) for word in words if word.isdigit()] or SEEDS
    pairs: Counter[str] = Counter()
    for seed in seeds:
        counted, wrong = measured(seed)
        pairs += counted
        for what, one, other in wrong if "--errors" in words else ():
            print(f"{what}\n  {one}\n  {other}")
    print(
        f"{len(seeds)} made sets of {AGENCIES} returns: {pairs['planted']} things told twice, {pairs['proposed']} pairs proposed"
    )
    print(f"recall: {pairs['right'] / pairs['planted']:.3f}\nprecision: {pairs['right'] / max(1, pairs['proposed']):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
