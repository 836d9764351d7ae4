"""Files made for tests of the sources: a workbook of Excel part by part, and printed words as a picture or a pdf."""

import io
import struct
import zipfile

import typst

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def relations(*known: tuple[str, str, str], outside: str = "") -> str:
    said = [f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, kind, target in known]
    return f'<Relationships xmlns="{LINKS}">{"".join(said)}{outside}</Relationships>'


STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>
<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="3"/><xf numFmtId="10"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>"""
STRINGS = f"""<sst xmlns="{MAIN}"><si><t>Nhiệm vụ</t></si><si><r><t>Sở Tài </t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>chính</t></r>
<rPh><t>x</t></rPh></si><si><t>§Ò ¸n</t></si></sst>"""


def workbook(
    rows: str, *, before: str = "", after: str = "", state: str = "", days: str = "", name: str = "Kế hoạch", **parts: str
) -> bytes:
    sheets = f'<sheet name="{name}" r:id="rId1" {state}/><sheet name="Nháp" state="hidden" r:id="rId2"/>'
    sheet = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    content = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{days}<sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"),
            ("rId4", "styles", "styles.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{text("A1", "Bí mật nội bộ")}</sheetData></worksheet>',
        "xl/sharedStrings.xml": STRINGS,
        "xl/styles.xml": STYLES,
    } | parts
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, part in content.items():
            archive.writestr(path, part)
    return file.getvalue()


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def value(place: str, number: str, style: int = 0, kind: str = "n") -> str:
    return f'<c r="{place}" s="{style}" t="{kind}"><v>{number}</v></c>'


def row(number: int, *cells: str, hidden: bool = False) -> str:
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{"".join(cells)}</row>'


PRINTED = '#set page(width: 120mm, height: 60mm)\n#set text(size: 14pt, font: "Libertinus Serif")\n{}'


def printed(words: str, kind: str) -> bytes:
    made = typst.compile(PRINTED.format(words).encode(), format=kind, **({"ppi": 200} if kind == "png" else {}))
    assert isinstance(made, bytes)
    return made


def compound(**streams: bytes) -> bytes:
    """A compound file of old Office with these streams, each in sectors of its own."""
    size, sectors, table = 512, list[bytes](), list[int]()

    def chain(content: bytes) -> int:
        first = len(sectors)
        pieces = [content[at : at + size].ljust(size, b"\0") for at in range(0, max(1, len(content)), size)]
        sectors.extend(pieces)
        table.extend([*range(first + 1, first + len(pieces)), 0xFFFFFFFE])
        return first

    def entry(name: str, kind: int, first: int, length: int) -> bytes:
        letters = name.encode("utf-16-le") + b"\0\0"
        return letters.ljust(64, b"\0") + struct.pack("<HBB12x16x4x16xIIxxxx", len(letters), kind, 1, first, length)

    entries = [entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    entries += [entry(name, 2, chain(content), max(len(content), 4096)) for name, content in streams.items()]
    directory = chain(b"".join(entries))
    first_table = len(sectors)
    table.append(0xFFFFFFFD)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6xIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory)
    head += struct.pack("<IIIIII", 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", first_table)
    return head.ljust(size, b"\xff") + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table).ljust(size, b"\xff")
