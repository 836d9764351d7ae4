"""The year in an event's name (năm trong tên sự kiện): what it adds to a day told without one, and which days it forbids."""

import re

from hopluc.reading.patterns import Pattern

_YEARS = Pattern(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])")
# What a name says was done or is to be done in a year, or announces for one, may itself be on a day of another.
_OTHER_TIMES = Pattern(
    r"\b(?:tổng kết|sơ kết|nhiệm vụ|phương hướng|kế hoạch|công tác|giai đoạn|báo cáo|kết quả|giới thiệu|họp báo|phát động|chuẩn bị|triển khai|công bố|trao|kỷ niệm|tuyển|mùa|xuân|tết)\b",
    re.IGNORECASE,
)
_YEARLY = (
    *("techfest", "techmart", "techdemo", "techconnect", "hackathon", "festival", "roadshow", "bootcamp", "demo day"),
    *(
        "ngày hội",
        "hội chợ",
        "triển lãm",
        "tuần lễ",
        "liên hoan",
        "lễ hội",
        "diễn đàn",
        "hội thi",
        "phiên chợ",
        "chợ công nghệ",
    ),
)


def dated(name: str, day: str | None) -> str | None:
    """A day told without its year, with the one year of the event's name: `--10-13` of `Ngày hội … năm 2023`."""
    if day is None or not day.startswith("--"):
        return day
    year = _own_year(name)
    return f"{year}{day[1:]}" if year else day


def is_of_another_year(name: str, day: str | None) -> bool:
    """Whether a day cannot be that of a yearly event named with its year: `Techfest Tân Lâm 2024` on a day of 2021."""
    year = _own_year(name) if name.lower().startswith(_YEARLY) else None
    return year is not None and day is not None and day[:4].isdigit() and day[:4] != year


def _own_year(name: str) -> str | None:
    years = set(_YEARS.findall(name))
    return years.pop() if len(years) == 1 and not _OTHER_TIMES.search(name) else None
