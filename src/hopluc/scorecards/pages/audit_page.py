"""The audit of an index as one page in both languages: first what was found in sentences, then every table behind it."""

from collections.abc import Iterator

import numpy as np

from hopluc.scorecards.audit.audit import ALPHA, REDUNDANT, WEAK, Audit, Group
from hopluc.scorecards.audit.correlations import Pair
from hopluc.scorecards.pages.page import Row, both, bullets, names, number, page, percent, section, table
from hopluc.scorecards.pages.ranking_page import influence_table, ranks_table
from hopluc.scorecards.uncertainty.influence import Influence
from hopluc.scorecards.uncertainty.replicates import Uncertainty

Sentence = tuple[str, str]
_CODE = ("Mã", "Code")


def audit_page(audit: Audit, uncertainty: Uncertainty | None = None, influence: Influence | None = None) -> str:
    """The page of an audit, with ranks and their intervals where they were computed."""
    robust = [part for part in (uncertainty and ranks_table(uncertainty), influence and influence_table(influence)) if part]
    return page(
        ("Báo cáo kiểm định thống kê", "Statistical audit"),
        audit.scores.definition,
        section(("Những điều cần biết", "Main findings"), bullets(findings(audit, uncertainty))),
        section(("1. Tính sẵn có của số liệu", "1. Data availability"), _availability(audit)),
        section(
            ("2. Thống kê mô tả và giá trị ngoại lai", "2. Descriptive statistics and outliers"),
            _statistics(audit),
            _treated(audit),
        ),
        section(("3. Tính nhất quán của từng nhóm", "3. Coherence of each group"), _coherence(audit)),
        section(
            ("4. Tương quan, trùng lặp và ngược chiều", "4. Correlations, redundancy and opposition"), _correlations(audit)
        ),
        section(("5. Tầm quan trọng thực của từng thành phần", "5. Importance of components"), _importance(audit)),
        section(("6. Bỏ từng thành phần", "6. Leaving each part out"), _removals(audit)),
        section(("7. Độ chắc chắn của thứ hạng", "7. Robustness of ranks"), *robust),
    )


def findings(audit: Audit, uncertainty: Uncertainty | None = None) -> Iterator[Sentence]:
    """What an auditor would say first, each in one sentence in both languages."""
    yield (
        f"Có {percent(audit.availability.whole)} số liệu trên tổng số ô phải có.",
        f"{percent(audit.availability.whole)} of all figures are there.",
    )
    for marked, vietnamese, english in (
        ([one.code for one in audit.statistics if one.few], "thiếu nhiều số liệu", "have few figures"),
        (
            [one.code for one in audit.statistics if one.zeros],
            "có hơn nửa số đơn vị bằng 0",
            "are zero for more than half of the units",
        ),
        (
            [one.code for one in audit.statistics if one.outliers],
            "có giá trị ngoại lai khi chưa xử lý",
            "have outliers before treatment",
        ),
    ):
        if marked:
            yield f"{len(marked)} chỉ số {vietnamese}: {', '.join(marked)}.", f"{len(marked)} indicators {english}."
    loose = [group.code for group in audit.groups if group.alpha < ALPHA]
    if loose:
        yield (
            f"Hệ số Cronbach dưới {number(ALPHA, 1)} ở {', '.join(loose)}: các thành phần chưa cùng đo một điều.",
            f"Cronbach's alpha is below {ALPHA} in {', '.join(loose)}: the parts do not measure one thing.",
        )
    for pair in audit.redundant:
        yield (
            f"{pair.first} và {pair.second} gần như trùng nhau (r = {number(pair.correlation)}): nên cân nhắc giữ một.",
            f"{pair.first} and {pair.second} say nearly the same.",
        )
    weak = [part.code for group in audit.groups for part in group.parts if part.with_group < WEAK]
    if weak:
        yield (
            f"Tương quan với nhóm dưới {number(WEAK, 1)}: {', '.join(weak)}; điểm của nhóm hầu như không theo các thành phần này.",
            f"Correlation with their group below {WEAK}: {', '.join(weak)}; the group's score hardly follows them.",
        )
    yield from _of_ranks(uncertainty)


def _of_ranks(uncertainty: Uncertainty | None) -> Iterator[Sentence]:
    if uncertainty is None:
        return
    low, high = uncertainty.interval
    times, level, width = uncertainty.replicates, percent(uncertainty.level), float(np.nanmedian(high - low))
    yield (
        f"Qua {number(times, 0)} lần tính lại, khoảng thứ hạng {level} rộng trung vị {number(width, 0)} bậc.",
        f"Over {times:,} replicates the {level} interval of a rank is {width:.0f} places wide (median).",
    )


def _availability(audit: Audit) -> str:
    held = audit.availability
    scarce = sorted(zip(held.units, held.by_unit, strict=True), key=lambda pair: pair[1])[:15]
    return table(
        both("Theo nhóm chỉ số", "By group"),
        [_CODE, ("Tỷ lệ có số liệu (%)", "Available (%)")],
        [(code, 100 * share) for code, share in zip(held.groups, held.by_group, strict=True)],
        1,
    ) + table(
        both("15 đơn vị thiếu số liệu nhất", "The 15 units with fewest figures"),
        [("Đơn vị", "Unit"), ("Tỷ lệ có số liệu (%)", "Available (%)")],
        [(unit, 100 * share) for unit, share in scarce],
        1,
    )


def _statistics(audit: Audit) -> str:
    heads = [
        _CODE,
        ("Có số liệu", "Available"),
        ("Nhỏ nhất", "Min"),
        ("Trung vị", "Median"),
        ("Trung bình", "Mean"),
        ("Lớn nhất", "Max"),
        ("Độ lệch chuẩn", "Std"),
        ("Độ lệch", "Skewness"),
        ("Độ nhọn", "Kurtosis"),
        ("Lưu ý", "Flags"),
    ]
    return table(
        both("Số liệu trước khi xử lý", "Figures before treatment"),
        heads,
        [
            (
                one.code,
                one.available,
                one.least,
                one.median,
                one.mean,
                one.greatest,
                one.spread,
                one.skewness,
                one.kurtosis,
                _flags(one),
            )
            for one in audit.statistics
        ],
    )


def _flags(one: object) -> str:
    told = (
        ("few", "thiếu số liệu / few"),
        ("zeros", "nhiều số 0 / zeros"),
        ("alike", "ít giá trị khác nhau / alike"),
        ("outliers", "ngoại lai / outliers"),
    )
    return "; ".join(words for mark, words in told if getattr(one, mark))


def _treated(audit: Audit) -> str:
    return table(
        both("Đã xử lý", "Treated"),
        [_CODE, ("Nội dung", "What was done")],
        [(remark.key, remark.text) for remark in audit.treated],
    )


def _coherence(audit: Audit) -> str:
    heads = [
        _CODE,
        ("Số thành phần", "Parts"),
        ("Cronbach α", "Cronbach's α"),
        ("Thành phần chính thứ nhất (%)", "First component (%)"),
        ("Số thành phần chính > 1", "Components above 1"),
    ]
    return table(
        both("Mỗi nhóm có đo một điều không", "Does each group measure one thing"), heads, map(_group_row, audit.groups)
    )


def _group_row(group: Group) -> tuple[str | float | int, ...]:
    explained = float(100 * group.components.explained[0]) if len(group.components.spread) else float("nan")
    return group.code, len(group.parts), group.alpha, explained, group.components.kept


def _correlations(audit: Audit) -> str:
    heads = [("Nhóm", "Group"), ("Thành phần", "Part"), ("Thành phần", "Part"), ("Tương quan", "Correlation")]
    pairs = (
        (audit.redundant, both(f"Gần như trùng nhau (r > {number(REDUNDANT)})", f"Nearly the same (r > {REDUNDANT})")),
        (audit.opposed, both("Ngược chiều nhau (p < 0,05)", "Against each other (p < 0.05)")),
        (audit.sized, both("Theo quy mô của đơn vị mà chưa chia quy mô", "Follow the size of the unit, not denominated")),
    )
    tables = [table(title, heads, map(_pair_row, found)) for found, title in pairs]
    for codes, matrix in audit.levels:
        rows: list[Row] = [(code, *map(float, row)) for code, row in zip(codes, matrix, strict=True)]
        tables.append(
            table(
                both("Giữa các nhóm cùng cấp", "Between groups of one level"), [_CODE, *((code, code) for code in codes)], rows
            )
        )
    return "".join(tables)


def _pair_row(pair: Pair) -> tuple[str, str, str, float]:
    return pair.group, pair.first, pair.second, pair.correlation


def _importance(audit: Audit) -> str:
    heads = [
        _CODE,
        ("Trọng số trong nhóm", "Weight in group"),
        ("Trọng số hiệu dụng", "Effective weight"),
        ("r với nhóm", "r with group"),
        ("r với chỉ số chung", "r with index"),
        ("Tỷ số tương quan", "Correlation ratio"),
        ("Phần quan trọng thực", "Share of importance"),
    ]
    known = names(audit.scores.definition)
    return "".join(
        table(
            both(f"{group.code}: {known[group.code]}", "weight meant and importance found"),
            heads,
            [
                (part.code, part.weight, part.effective, part.with_group, part.with_index, part.importance, part.share)
                for part in group.parts
            ],
            3,
        )
        for group in audit.groups
    )


def _removals(audit: Audit) -> str:
    heads = [("Thành phần bỏ ra", "Part left out"), ("Số bậc đổi trung bình", "Mean change of rank")]
    return "".join(
        table(
            both("Thứ hạng đổi bao nhiêu", "How far ranks move"),
            heads,
            list(zip(one.codes, map(float, one.shift), strict=True)),
        )
        for one in audit.removals
    )
