"""How a line can be marked as a heading or an item of a list: `PHẦN I`, `Điều 3.`, `1.2.`, `a)`, `-`."""

import re

from hopluc.reading.patterns import Pattern

# Each way of marking a line, first match wins. A lone number needs its dot, so `66 lượt đơn vị` stays prose.
MARKERS = Pattern(
    r"""
      (?P<annex>(?:PHỤ[ ]LỤC|Phụ[ ]lục)(?:[ ](?:số[ ]|SỐ[ ])?[IVX\d]{1,4}\b[.:]?|(?=\s*$)))
    | (?P<part>(?:PHẦN|Phần)\s{1,3}(?:(?:THỨ|thứ|Thứ)\s\w{2,6}|[IVXLC\d]{1,6}\b)[.:]?)
    | (?P<chapter>(?:CHƯƠNG|Chương)\s{1,3}[IVXLC\d]{1,6}\b[.:]?)
    | (?P<section>(?:MỤC|Mục)\s{1,3}[IVXLC\d]{1,6}\b[.:]?)
    | (?P<article>(?:ĐIỀU|Điều)\s{1,2}\d{1,3}[a-z]?\s?(?:[.:]-?|-|(?=\s*$)))
    | (?P<roman>(?!V/v)[IVX]{1,6}(?:[.)/:]|\s?-)(?=\s|[^\W\d])[.-]?)
    | (?P<third>\d{1,2}(?:\.\d{1,2}){2,4}[.)]?(?=\s))
    | (?P<second>\d{1,2}\.\d{1,2}[.)]?(?=\s))
    | (?P<first>\d{1,2}\s?[.)/-]-?(?=\s|[^\W\d_]))
    | (?P<paren>\(\d{1,2}\)|\([a-zđ]\))
    | (?P<upper>[A-H][.)](?=\s))
    | (?P<letter>[a-zđ](?:\)|\.(?=\s)))
    | (?P<dash>-(?=\s|[^\W\d]))
    | (?P<plus>\+(?=\s|[^\W\d]))
    | (?P<bullet>[•●▪■◦·*✓→►](?=\s|\w))
    """,
    re.VERBOSE,
)
