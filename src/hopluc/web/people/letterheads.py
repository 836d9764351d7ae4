"""The head of an agency's papers: the body it belongs to, its own name, its symbol and place."""

import re
import unicodedata

from hopluc.reporting import Letterhead, Signature
from hopluc.web.people.models import Organisation

_GOVERNING = re.compile(r"(?:Ủy ban nhân dân|Hội đồng nhân dân|UBND|HĐND) (?:tỉnh|thành phố)\b")
_LOCAL = re.compile(r"(?P<body>.+) (?P<level>thành phố|tỉnh|quận|huyện|phường|xã) (?P<place>\S.*)")

_POSTS = (
    ("Ủy ban nhân dân", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ("UBND", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ("Hội đồng nhân dân", ("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH")),
    ("Văn phòng", ("CHÁNH VĂN PHÒNG",)),
    ("Thanh tra", ("CHÁNH THANH TRA",)),
    ("Chi cục", ("CHI CỤC TRƯỞNG",)),
    ("Cục", ("CỤC TRƯỞNG",)),
    ("Vụ", ("VỤ TRƯỞNG",)),
    ("Bộ", ("BỘ TRƯỞNG",)),
    ("Viện Hàn lâm", ("CHỦ TỊCH",)),
    ("Viện", ("VIỆN TRƯỞNG",)),
    ("Trường", ("HIỆU TRƯỞNG",)),
    ("Ban", ("TRƯỞNG BAN",)),
    ("Liên hiệp", ("CHỦ TỊCH",)),
    ("Hội", ("CHỦ TỊCH",)),
    ("Hiệp hội", ("CHỦ TỊCH",)),
    ("Tập đoàn", ("TỔNG GIÁM ĐỐC",)),
    ("Tổng công ty", ("TỔNG GIÁM ĐỐC",)),
    *((first, ("GIÁM ĐỐC",)) for first in ("Sở", "Học viện", "Đại học", "Trung tâm", "Quỹ", "Đài", "Công ty", "Kho bạc")),
)
"""Who heads a body, by the first words of its name: a collegial body is signed for (TM.), any other by its head."""


def signing_for(agency: Organisation) -> Signature:
    """The post that signs an agency's papers, its name left to be filled in (Decree 30/2020, Annex I, II.7)."""
    found = (lines for first, lines in _POSTS if agency.name.startswith(f"{first} "))
    return Signature(next(found, ("THỦ TRƯỞNG CƠ QUAN",)), "")


def letterhead_of(agency: Organisation, kind: str = "BC") -> Letterhead:
    """The head of an agency's papers. A local body is printed without its place, under the people's committee of that place.

    `kind` is the type part of the symbol (`BC`, `KH`); "" for a letter, whose symbol names the agency alone.
    """
    local = _LOCAL.match(agency.name)
    parent = agency.parent.name if agency.parent else f"UBND {local['level']} {local['place']}" if local else ""
    body = local["body"] if local else agency.name
    return Letterhead(
        parent=parent,
        issuer=body,
        symbol="-".join(part for part in (kind, initials(body)) if part),
        place=local["place"] if local else "……",
    )


def initials(name: str) -> str:
    """The short form a symbol carries: `Sở Khoa học và Công nghệ` is `SKHCN`, `Ủy ban nhân dân` `UBND`, `Sở Giáo dục và Đào tạo` `SGDĐT`."""
    words = [word for word in name.split() if word.lower() not in {"và", "thành", "phố", "tỉnh"}]
    return "".join(unicodedata.normalize("NFD", word)[0].upper() for word in words)[:8]


def place_of(agency: Organisation) -> str:
    """The place a local body is of; "" for any other."""
    return place_in(agency.name)


def province_of(agency: Organisation) -> str:
    """The province a local body is of, with its level (`tỉnh Tân Lâm`, `thành phố Vĩnh Hà`); "" for any other."""
    return province_in(agency.name)


def province_in(name: str) -> str:
    """The province, with its level, that the name of a local body tells; "" for any other."""
    local = _LOCAL.match(name)
    return f"{local['level']} {local['place']}" if local else ""


def place_in(name: str) -> str:
    """The place that the name of a local body tells; "" for any other."""
    local = _LOCAL.match(name)
    return local["place"] if local else ""


def governs(agency: Organisation) -> bool:
    """Is it the people's committee or council of a province, which its agencies report to."""
    return bool(_GOVERNING.match(agency.name))
