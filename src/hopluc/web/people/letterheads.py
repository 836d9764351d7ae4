"""The head of an agency's papers: the body it belongs to, its own name, its symbol and place."""

import re

from hopluc.reporting import Letterhead
from hopluc.web.people.models import Organisation

_LOCAL = re.compile(r"(?P<body>.+) (?P<level>thành phố|tỉnh|quận|huyện|phường|xã) (?P<place>\S.*)")


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
    """The short form a symbol carries: `Sở Khoa học và Công nghệ` is `SKHCN`."""
    return "".join(word[0].upper() for word in name.split() if word.lower() not in {"và", "thành", "phố", "tỉnh"})[:8]
