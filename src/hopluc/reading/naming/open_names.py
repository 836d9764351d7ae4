"""The walk through an open name: from its first words on, word by word, to where it ends.

Official Vietnamese mixes cases inside names and puts no sign at their end: known phrases (name_words.csv) go on in any case,
other words only with a capital, joints (`và`, ` - `, `,`) only where a list of fields goes on.
"""

import re

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.anchor_ends import begins_name
from hopluc.reading.naming.held_posts import is_held, post_behind
from hopluc.reading.naming.lexicon import CAPITAL, SMALL, Anchor
from hopluc.reading.naming.place_names import COMMON_SURNAMES, MANY, OF_MANY, SaidPlace, View, known_place, place_after
from hopluc.reading.patterns import Pattern

PHRASE, PROPER, PLACE = "phrase", "proper", "place"

_GOES_ON = Pattern(r"[^,.;:()\n]{2,40}(?:, [^,.;:()\n]{2,40})? và ")
BARE = frozenset(
    canonical_head.casefold()
    for canonical_head in (
        "Viện Hàn lâm", "Ban Chỉ đạo", "Ban Điều hành", "Ban Chủ nhiệm", "Tổ giúp việc", "Tổ thư ký", "Tổ thư ký giúp việc",
        "Tổ công tác", "Ban Tổ chức", "Ban Giám khảo", "Ban Soạn thảo", "Ban Thư ký", "Tổ biên tập",
        "Ban Chấp hành", "Ủy ban Kiểm tra",
    )
)  # fmt: skip
_STOPS = frozenset(
    "đã sẽ đang có là do để tại từ với cho của trong ngoài trên dưới theo về ở vào ra khi nếu mà thì bị được cần phải nên cùng"
    " gồm bao như hoặc hay các những một hai ba mỗi mọi này đó trước sau giữa qua bằng đến năm ngày tháng giai nhằm vì"
    " họp thăm gặp đón giúp góp xin nộp mua bán phối chủ trì tổ ban ký báo đề giao yêu kết thống tiếp cử mời trao nhận cung khẳng phát biểu tham thuộc việc".split()
)


def heads_paper(plain: str, start: int) -> bool:
    """Whether what begins at `start` opens its line, or closes the masthead of a bulletin: `Cơ quan của TỈNH ỦY …`."""
    return opens_line(plain, start) or plain.endswith((" của ", " CỦA "), max(0, start - 5), start)


def opens_line(plain: str, start: int) -> bool:
    """Whether only spaces and marks stand before `start` on its line: in a heading in capitals, words prove nothing."""
    return not plain[plain.rfind("\n", max(0, start - 40), start) + 1 or max(0, start - 40) : start].strip(
        " \t-*•+|:0123456789."
    )


class Walk:
    """The walk through an open name's words, from the end of its head."""

    def __init__(self, view: View, start: int, end: int, anchor: Anchor) -> None:
        self.view, self.start, self.head_end, self.anchor = view, start, end, anchor
        self.end = self.stem = end
        self.parts: list[tuple[str, int, int]] = []
        self.place: SaidPlace | None = None
        self.placed = False
        self.acted = True
        self.capitals = view.plain[start:end].isupper() and not anchor.name.isupper() and not anchor.short

    def run(self) -> None:
        """Take words while they belong to the name."""
        step = lexicon.step()
        for _ in range(24):
            found = step.match(self.view.lower, self.end)
            if found is None or not self._take(found):
                return

    def _take(self, found: re.Match[str]) -> bool:
        what = found.lastgroup or ""
        start, joint = found.start(what), found["joint"]
        upper = self.view.plain[start].isupper()
        if joint != " " and not self._may_join(joint, what, start, upper=upper):
            return False
        if what == "place":
            return self._take_place(found, joint)
        if upper or self.capitals:
            known, known_end = known_place(self.view.plain, start)
            if (
                known is not None
                and not (what == PHRASE and self._is_phrase(start, found.end(), known_end))
                and not self._runs_on(known, start, known_end)
            ):
                return self._take_known_place(start, known_end)
        if what == PHRASE:
            return self._take_phrase(found, joint, start, upper=upper)
        return self._take_word(found, start, upper=upper)

    def _is_phrase(self, start: int, end: int, known_end: int) -> bool:
        """Whether a known phrase is not rather the place that is spelt so: `Hải dương` and `Hải Dương`."""
        words = self.view.plain[start:known_end].split(" ")
        return end > known_end or (end == known_end and not all(word[:1].isupper() for word in words))

    def _runs_on(self, known: str, start: int, end: int) -> bool:
        """Whether a country's name of one syllable is rather part of a longer name: `Tôn Đức Thắng`."""
        after = self.view.plain[end : end + 2]
        if after[:1] == " " and after[1:].isupper() and not self.capitals:
            return " " not in self.view.plain[start:end]
        in_name = bool(self.parts) and self.parts[-1][0] == PROPER
        return in_name and " " not in known and not self.capitals

    def _may_join(self, joint: str, what: str, start: int, *, upper: bool) -> bool:
        """Whether a hyphen, `và` or comma goes on with the same name."""
        plain = self.view.plain
        if not self.parts or begins_name(plain, start):
            return False
        if joint == ", ":
            if what == PHRASE and not upper and self.acted and self.parts[-1][0] == PHRASE:
                return _GOES_ON.match(self.view.lower, start) is not None
            return (
                what == PHRASE and upper and self.anchor.grammar != "công ty" and not self.placed
                and _GOES_ON.match(self.view.lower, start) is not None
            )  # fmt: skip
        if joint == " và ":
            return (what == PHRASE and not self.placed) or (upper and self._joins_foreign(start))
        first = plain[start : start + 12].split(" ")[0].rstrip(".")
        if joint.startswith(" ") and first in lexicon.title_words() and what != PHRASE:
            return False
        if what == "word" and first in lexicon.surnames() and joint.startswith(" "):
            return self.placed and known_place(plain, start)[0] is not None
        return what == PHRASE or upper

    def _joins_foreign(self, start: int) -> bool:
        """Whether `và` joins two people a fund is named after, or the fields of a foreign ministry: `Quỹ Bill và Melinda Gates`."""
        if self.anchor.name == "Quỹ":
            return lexicon.is_foreign(self.view.plain[start : start + 12].split(" ")[0])
        return self.anchor.grammar == "nước" and self.anchor.name == "Bộ" and not self.placed

    def _take_place(self, found: re.Match[str], joint: str) -> bool:
        if joint != " " or (self.placed and self.anchor.grammar != "công ty"):
            return False
        place, end = place_after(self.view, found.start("joint"))
        if place is None or (place.name is None and not self.parts):
            return False
        if place.name is None and MANY.match(self.view.lower, end):
            return False
        self.parts.append((PLACE, found.start("place"), end))
        self.place, self.stem, self.end, self.placed = place, self.stem if place.name is None else end, end, True
        return False

    def _take_known_place(self, start: int, end: int) -> bool:
        if (
            self.placed
            and self.anchor.grammar != "công ty"
            and self.view.plain[start - 1] == " "
            and self.view.plain[start - 2] != "-"
        ):
            return False
        self.parts.append((PLACE, start, end))
        self.end = self.stem = end
        self.placed = True
        return True

    def _take_phrase(self, found: re.Match[str], joint: str, start: int, *, upper: bool) -> bool:
        acts = lexicon.domain_words().get(found["phrase"], False)
        if not upper and not self.capitals and joint == " ":
            if found["phrase"] in _MAKING and _OBJECT.match(self.view.lower, found.end()):
                return False
            if self.placed or (self.parts and self.parts[-1][0] == PROPER and not self._fills_gap(start, found["phrase"])):
                return False
            is_gap = self._fills_gap(start, "") or self._is_applied(found)
            if (acts and not self.acted and not is_gap) or (not self.parts and not self._may_begin_lower(found)):
                return False
        if upper and self.placed and joint == " " and self.anchor.grammar != "công ty":
            return False
        if upper and self.parts and self._is_other(start):
            return False
        self.parts.append((PHRASE, start, found.end()))
        self.end = self.stem = found.end()
        self.acted = acts or (joint != " " and acts)
        return True

    def _is_applied(self, found: re.Match[str]) -> bool:
        """Whether `ứng dụng` closes the name of a science and is no verb: `Viện Hải dương ứng dụng tập trung …`."""
        if found["phrase"] != "ứng dụng" or self.anchor.grammar not in ("mở", "đơn vị") or not self.parts:
            return False
        return self.parts[-1][0] == PHRASE and _BEHIND_NAME.match(self.view.lower, found.end()) is not None

    def _may_begin_lower(self, found: re.Match[str]) -> bool:
        """Whether the name may go on in lower case right after its head: `Trung tâm hỗ trợ khởi nghiệp`."""
        grammar = self.anchor.grammar
        if self.anchor.name.casefold() in BARE and lexicon.domain_words().get(found["phrase"], True):
            return False
        return (
            self.view.plain[self.start].isupper() and grammar in ("mở", "công ty", "nước", "đơn vị") and " " in found["phrase"]
        )

    def _take_word(self, found: re.Match[str], start: int, *, upper: bool) -> bool:
        word, plain = found["word"], self.view.plain
        if plain[start].isdigit():
            if _OF_A_SUM.match(plain, found.end()):
                return False
            if len(word) > 3 or (self.parts and self.parts[-1][0] != PROPER and not self._may_be_numbered(found)):
                return False
        elif (
            (not upper and not self._fills_gap(start, word) and not self._completes(word, found.end()))
            or (upper and (self._is_other(start) or (self.placed and self.anchor.grammar != "công ty")))
            or (
                self.capitals
                and (word in _STOPS or self.anchor.grammar != "công ty" or not plain[start : found.end()].isupper())
            )
        ):
            return False
        single = not upper and self.anchor.grammar != "công ty" and bool(self.parts) and self.parts[-1][0] == PROPER
        if single and plain[start].islower() and lexicon.field_follows(*self.view, found.end()):
            self.parts[-1] = (PHRASE, self.parts[-1][1], found.end())  # one word with the capital before it
        else:
            self.parts.append((PROPER, start, found.end()))
        self.end = self.stem = found.end()
        self.acted = False
        return True

    def _may_be_numbered(self, found: re.Match[str]) -> bool:
        """Whether a number after a known word ends the name: `Phòng Nghiệp vụ 2`, `Bộ Tư lệnh Vùng 3 Hải quân`, `Công ty Vắc xin số 1`."""
        end = found.end()
        if self.anchor.name in _NUMBERED or self.view.lower.endswith(" số ", 0, found.start("word")):
            return True
        numbered = self.anchor.grammar == "công ty" or self.anchor.name in (
            "Phòng",
            "Ban",
            "Khoa",
            "Đội",
            "Chi cục",
            "Bệnh viện",
            "Trung tâm",
            "Viện",
        )
        return numbered and _CLAUSE_END.match(self.view.plain, end) is not None

    def _is_other(self, start: int) -> bool:
        if self.anchor.grammar == "công ty" and (self._only_legal_form() if self.parts else self._is_namelike(start)):
            return False
        company = self.anchor.grammar == "công ty" or (not self.parts and self.anchor.name in _NAMED_AFTER)
        return not self.capitals and begins_name(self.view.plain, start, but_short=company)

    def _is_namelike(self, start: int) -> bool:
        """Whether `Trường` begins a company's own name and no school: `Công ty Trường Hải`."""
        plain = self.view.plain
        if not plain.startswith("Trường ", start) or not plain[start + 7 : start + 8].isupper():
            return False
        after = lexicon.step().match(self.view.lower, start + 6)
        return after is not None and after.lastgroup == "word" and not begins_name(plain, start + 7)

    def _only_legal_form(self) -> bool:
        """Whether a company has been named so far by its legal form alone."""
        return all(self.view.lower[start:end] in _LEGAL_FORMS for _, start, end in self.parts)

    def _fills_gap(self, start: int, word: str) -> bool:
        """Whether a small word stands inside a company's name: a capital follows soon, and it is no verb or preposition."""
        named = bool(self.parts) and self.parts[-1][0] == PROPER
        if self.anchor.name in _OF_TRADES and not named and word not in _STOPS:
            return _TRADE_THEN_CAPITAL.match(self.view.plain, start) is not None
        if not self.parts or (self.anchor.grammar != "công ty" and word not in _FOREIGN_JOINTS) or word in _STOPS:
            return False
        small = _SMALL_THEN_CAPITAL.match(self.view.plain, start)
        return small is not None and not begins_name(self.view.plain, small.end() - 1, but_short=True)

    def _completes(self, word: str, end: int) -> bool:
        """Whether a small syllable at the end of a clause makes a word with the capital before it: `Viện Nghiên cứu Lâm sinh`."""
        if self.anchor.grammar not in ("mở", "đơn vị") or word in _STOPS or not self.parts or self.capitals:
            return False
        single = self.parts[-1][0] == PROPER and (len(self.parts) == 1 or self.parts[-2][0] == PHRASE)
        field = single and not self.view.plain[slice(*self.parts[-1][1:])].isupper() and lexicon.field_follows(*self.view, end)
        return single and (field or _CLAUSE_END.match(self.view.plain, end) is not None)

    def leave_person(self) -> None:
        """Give back a person's name that the walk took for the end of the organisation's."""
        tail = len(self.parts)
        while tail and self.parts[tail - 1][0] == PROPER:
            tail -= 1
        proper = self.parts[tail:]
        post = post_behind(self.view.plain, self.start)
        if post is not None and is_held(self.view.plain, post.start()):
            return
        after_post = post is not None
        named = any(self.view.lower[start:end] not in _LEGAL_FORMS for _, start, end in self.parts[:tail])
        begins = [
            place
            for place in range(len(proper))
            if (place or named)
            and self._may_be_person(proper[place][1], proper[place][2], len(proper) - place, after_post=after_post)
        ]
        if not begins:
            return
        first = begins[0]
        word = self.view.plain[proper[first][1] : proper[first][2]].title()
        if len(begins) > 1 and len(proper) - begins[1] >= 3 and word not in COMMON_SURNAMES:
            first = begins[1]  # `Bệnh viện Bạch Mai Đào Xuân Anh`
        before = self.parts[: tail + first]
        self.parts = before
        self.end = self.stem = before[-1][2] if before else self.head_end

    def _may_be_person(self, start: int, end: int, left: int, *, after_post: bool) -> bool:
        """Whether a person's name of `left` words may begin with the word from `start` to `end`."""
        word = self.view.plain[start:end]
        certain = lexicon.surnames().get(word.title() if self.capitals else word)
        if certain is None or not 2 <= left <= 4:
            return False
        if not certain and (left == 2 or self.anchor.grammar == "công ty"):  # `Phương Bắc`, `Sao Phương Nam`
            return after_post and left > 2 and self.view.plain.startswith((" Văn ", " Thị "), end)
        return after_post or (certain and left >= 3 and not self._is_namesake())

    def take_legal_end(self) -> None:
        """Take the legal form that an English company name ends with."""
        end = _LEGAL_END.match(self.view.plain, self.end)
        if end is not None and self.anchor.grammar == "công ty":
            self.end = self.stem = end.end()

    def _is_namesake(self) -> bool:
        return self.view.lower.startswith(("trường", "quỹ", "bệnh viện", "giải"), self.start)

    def before_place(self) -> int:
        """Where the name ends without the place at its end."""
        words = [end for kind, _, end in self.parts if kind != PLACE]
        return words[-1] if words else self.head_end

    def _is_no_school(self) -> bool:
        """Whether `Trường` and one word more name a place or a person: `Trường Sa`, `Trường Giang`."""
        named = self.view.plain[self.parts[0][1] : self.end]
        proper = {kind for kind, _, _ in self.parts} == {PROPER}
        return self.anchor.name == "Trường" and proper and " " not in named and not named.isupper()  # but `Trường ĐHCN`

    def _is_of_council(self) -> bool:
        """Whether `Ban` is one of those of a people's council, none by name: `các Ban HĐND tỉnh`."""
        return self.anchor.name == "Ban" and self.view.plain.startswith(("HĐND", "Hội đồng nhân dân"), self.parts[0][1])

    def _is_trade(self) -> bool:
        """Whether but a trade is told, and no name: `một số HTX sản xuất nông nghiệp`."""
        return self.anchor.name in _OF_TRADES and self.view.plain[self.parts[0][1] : self.end].islower()

    def is_name(self) -> bool:
        """Whether what was walked makes a name and not a common noun."""
        if not self.parts or self._only_legal_form() or self._is_no_school() or self._is_of_council() or self._is_trade():
            return False
        plain, kinds = self.view.plain, {kind for kind, _, _ in self.parts}
        first = plain[self.parts[0][1]]
        if kinds == {PLACE} and self.place is not None and self.place.name and self.anchor.name.count(" ") > 1:
            return plain[self.start].isupper() and not self.anchor.name.casefold().endswith(_SMALL_ENDS)
        if self.anchor.name == "Tổ chức" and kinds == {PROPER}:
            return self._is_foreign_organisation()
        if self.anchor.grammar == "nước":
            return (
                (PLACE in kinds or self.anchor.name == "Tổ chức")
                and (first.isupper() or self.anchor.name in ("Tổ chức", "Cơ quan"))
                and self._ends_abroad()
            )
        if plain[self.start].islower():
            return (first.isupper() or first.isdigit()) and kinds != {PLACE}
        if self.anchor.grammar in ("đơn vị", "báo"):
            return first.isupper() and OF_MANY.match(self.view.lower, self.end) is None
        if first.isdigit() and self.anchor.name in _NUMBERED:
            return True
        return first.isupper() or (len(self.parts) > 1 and not self.anchor.name.endswith(_SMALL_ENDS))

    def _is_foreign_organisation(self) -> bool:
        """Whether `Tổ chức` is no verb but the first word of a foreign body, within a sentence: `do Tổ chức Oxfam tài trợ`."""
        plain, (_, first, end) = self.view.plain, self.parts[0]
        within = plain[self.start - 2 : self.start - 1].islower() or plain[self.start - 2 : self.start] == ", "
        return within and plain[first].isupper() and lexicon.is_foreign(plain[first:end])

    def _ends_abroad(self) -> bool:
        if self.anchor.name == "Tổ chức" and self.view.lower.endswith(("quốc tế", "thế giới"), 0, self.end):
            return self.view.plain[self.parts[0][1]].isupper()
        known, _ = known_place(self.view.plain, self.parts[-1][1])
        return (
            known is not None
            and known.casefold() in lexicon.country_names()
            and (self.anchor.name.endswith("sự quán") or len(self.parts) > (self.anchor.name != "Đại sứ quán"))
        )


# What goes on behind a name and is nothing that could be applied: an end, a preposition, or another verb.
_BEHIND_NAME = Pattern(
    r"[,;.:)\n\t]| [(–-]|$| (?:đã|sẽ|đang|vừa|có|là|do|để|tại|từ|với|cho|của|trong|theo|về|ở|vào|được|cần|phải|cùng|cũng|còn|phối hợp|chủ trì|tổ chức|tập trung|triển khai|thực hiện|hoàn thành"
    r"|xây dựng|khảo sát|đề xuất|đề nghị|báo cáo|ký|cử|tiếp|mở|tham gia|chịu|thuộc)(?!\w)"
)
# What the body is given: `Công ty Nam Sơn 2,4 tỷ đồng`
_OF_A_SUM = Pattern(r"[.,]\d| ?(?:%|(?:nghìn|triệu|tỷ|tỉ|đồng|USD)(?!\w))")
_CLAUSE_END = Pattern(r"[,;.:)\n]| \(|$")
_MAKING = ("xây dựng", "tổ chức", "triển khai", "thực hiện")
# What is made or held, so that the verb before it is the sentence's and no part of a name: `Ban Tư vấn xây dựng quy chế`.
_OBJECT = Pattern(
    r" (?:các|những|một|[0-9]+|lại|xong|quy (?:chế|định|trình|hoạch)|kế hoạch|đề (?:án|cương|tài)|dự (?:án|thảo)|chương trình|phương án|mô hình|hệ thống"
    r"|danh mục|kịch bản|báo cáo|cơ sở dữ liệu|nghị quyết|chiến lược|tiêu (?:chí|chuẩn)|hội (?:thi|nghị|thảo|chợ|diễn)|lễ|lớp|khóa|cuộc|đoàn|buổi|tọa đàm|triển lãm)(?!\w)"
)
_LEGAL_FORMS = frozenset(("tnhh", "cổ phần", "cp", "mtv", "một thành viên", "trách nhiệm hữu hạn", "hai thành viên"))
_LEGAL_END = Pattern(r" \(Việt Nam\)|(?: Co\.?)?,? (?:Co\.?, ?)?(?:Ltd|Inc|JSC|GmbH)\b")
_NAMED_AFTER = ("Quỹ", "Viện", "Trung tâm", "Trường", "Trường Đại học", "Đại học", "Học viện", "Bệnh viện")  # `Quỹ Toyota`
_FOREIGN_JOINTS = frozenset(("von", "van", "de", "der", "di", "of", "for", "and"))
_NUMBERED = ("Lữ đoàn", "Sư đoàn", "Trung đoàn", "Tiểu đoàn", "Quân đoàn", "Quân khu", "Bộ Tư lệnh")  # known by a number
_SMALL_ENDS = ("đại học", "cao đẳng", "nghiên cứu")
_OF_TRADES = ("Tổ hợp tác", "Hợp tác xã", "HTX")  # named by their trade, in small letters: `Tổ hợp tác nuôi tôm Cát Sơn`
_TRADE_THEN_CAPITAL = Pattern(rf"[{SMALL}]+(?: [{SMALL}]+){{0,2}} [{CAPITAL}]")
_SMALL_THEN_CAPITAL = Pattern(rf"\w+(?: \w+)? [{CAPITAL}]")
