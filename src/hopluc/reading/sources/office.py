"""The package of a Word or Excel file: which part is what, and what makes it a danger rather than a document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from types import MappingProxyType

from lxml import etree

from hopluc.errors import ActiveContent, BrokenFile, TooLarge, UnknownFormat
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.archive import Archive

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DIALECTS = (
    (_STRICT.encode(), _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _SHEETS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _LINKS.encode()),
)
W: Mapping[str, str] = MappingProxyType({"w": _MAIN})
S: Mapping[str, str] = MappingProxyType({"s": _SHEETS})
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CORE = {"created": "{http://purl.org/dc/terms/}created", "modified": "{http://purl.org/dc/terms/}modified"}
_ACTIVE_PARTS = Pattern(r"vbaProject|vbaData|activeX|macrosheets/", re.IGNORECASE)
_ACTIVE_RELATIONS = MappingProxyType(
    {
        "oleObject": "đối tượng nhúng",
        "control": "ActiveX",
        "aFChunk": "tệp khác chèn vào",
        "vbaProject": "macro",
        "xlMacrosheet": "macro",
        "xlIntlMacrosheet": "macro",
        "connections": "kết nối dữ liệu",
    }
)
_LOCAL_LINKS = frozenset({"attachedTemplate", "externalLinkPath"})
_HARMLESS_LINKS = frozenset({"hyperlink"})
_REMOTE = Pattern(r"(?i)(?:https?|ftp|mhtml|ms-\w+|script|javascript):|file:/{2,5}(?!/?[a-z]:)|[\\/]{2}")
_DDE = Pattern(r"(?:^|[\s\"{])DDE(?:AUTO)?(?=[\s\"]|$)", re.IGNORECASE)


def w(tag: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_MAIN}}}{tag}"


def s(tag: str) -> str:
    """The full name of an element of SpreadsheetML."""
    return f"{{{_SHEETS}}}{tag}"


def link(attribute: str) -> str:
    """The full name of an attribute that names a relation."""
    return f"{{{_LINKS}}}{attribute}"


def mc(tag: str) -> str:
    """The full name of an element of markup compatibility."""
    return _COMPATIBILITY + tag


def xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML part: no entity, no document type, no network. Raises BrokenFile, TooLarge, ActiveContent."""
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if "<!DOCTYPE".encode(encoding) in data or "<!ENTITY".encode(encoding) in data:
            raise ActiveContent(name=name, found="khai báo DOCTYPE trong XML")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenFile(name=name, reason="nội dung XML bên trong bị lỗi") from error
    except MemoryError as error:
        raise TooLarge(name=name, reason="cần quá nhiều bộ nhớ") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ActiveContent(name=name, found="khai báo DOCTYPE trong XML")
    return root


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part of the package to another, or to the outside."""

    kind: str
    target: str
    external: bool
    key: str


def relations_in(archive: Archive, path: str, name: str) -> list[Relation]:
    """The relations a part of the package states; none where it is absent."""
    data = archive.part(path)
    if not data:
        return []
    return [
        Relation(
            element.get("Type", "").rpartition("/")[2],
            element.get("Target", ""),
            element.get("TargetMode", "").lower() == "external",
            element.get("Id", ""),
        )
        for element in xml(data, name).iter("{*}Relationship")
    ]


def part_path(folder: str, target: str) -> str:
    """The path of the part a relation of a part in `folder` leads to."""
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def main_part(archive: Archive, name: str) -> str:
    """The path of the part that is the document, which tells Word from Excel."""
    targets = [relation.target for relation in relations_in(archive, "_rels/.rels", name) if relation.kind == "officeDocument"]
    if targets:
        return normpath(targets[0].lstrip("/"))
    for folder, main in (("xl/", "xl/workbook.xml"), ("ppt/", "ppt/presentation.xml")):
        if any(path.startswith(folder) for path in archive.names):
            return main
    return "word/document.xml"


@dataclass
class Package:
    """The parts of an Office file. Making it refuses what starts something when opened."""

    archive: Archive
    name: str
    main: str = field(init=False)

    def __post_init__(self) -> None:
        if "[Content_Types].xml" not in self.archive.names:
            raise UnknownFormat(name=self.name, found="tệp nén .zip") if self.archive.names else self._broken()
        self._refuse_active_parts()
        self.main = self._main_part()
        for path in sorted(self.archive.names):
            if path.endswith(".rels"):
                for relation in self._relations_in(path):
                    self._refuse_active(relation)

    def _broken(self) -> BrokenFile:
        return BrokenFile(name=self.name, reason="thiếu phần nội dung chính")

    def _refuse_active_parts(self) -> None:
        types = self.archive.part("[Content_Types].xml")
        if b"macroEnabled" in types or any(_ACTIVE_PARTS.search(path) for path in self.archive.names):
            raise ActiveContent(name=self.name, found="macro")

    def _main_part(self) -> str:
        main = main_part(self.archive, self.name)
        if main.startswith("ppt/"):
            raise UnknownFormat(name=self.name, found="bản trình chiếu PowerPoint")
        if main not in self.archive.names:
            raise self._broken()
        return main

    def _relations_in(self, path: str) -> list[Relation]:
        return relations_in(self.archive, path, self.name)

    def _refuse_active(self, relation: Relation) -> None:
        """Links a person must press are harmless; a template or workbook on the writer's own disk cannot be fetched."""
        if found := _ACTIVE_RELATIONS.get(relation.kind):
            raise ActiveContent(name=self.name, found=found)
        if not relation.external or relation.kind in _HARMLESS_LINKS:
            return
        if relation.kind not in _LOCAL_LINKS or _REMOTE.match(relation.target):
            raise ActiveContent(name=self.name, found="liên kết ra ngoài tự tải")

    def _part(self, path: str) -> etree._Element | None:
        """A part in the everyday dialect of Office; None where the package has none."""
        data = self.archive.part(path)
        if not data:
            return None
        for strict, everyday in _DIALECTS:
            if strict in data:
                data = data.replace(strict, everyday)
        return xml(data, self.name)

    def _related(self, kind: str) -> Iterator[str]:
        """The paths of the parts the main part links to by relations of a kind."""
        folder = dirname(self.main)
        for relation in self._relations_in(join(folder, "_rels", self.main.rpartition("/")[2] + ".rels")):
            if relation.kind == kind and not relation.external:
                yield part_path(folder, relation.target)

    @property
    def has_pictures(self) -> bool:
        return any("/media/" in path for path in self.archive.names)

    def properties(self) -> dict[str, str]:
        """The dates of creation and change the file claims for itself."""
        data = self.archive.part("docProps/core.xml")
        if not data:
            return {}
        root = xml(data, self.name)
        found = {key: (root.findtext(tag) or "").strip() for key, tag in _CORE.items()}
        return {key: value for key, value in found.items() if value}


class WordPackage(Package):
    """The parts of a Word file. Making it refuses what is not Word."""

    def _main_part(self) -> str:
        main = super()._main_part()
        if main.startswith("xl/"):
            raise UnknownFormat(name=self.name, found="bảng tính Excel")
        return main

    def _part(self, path: str) -> etree._Element | None:
        root = super()._part(path)
        if root is not None:
            self._refuse_dde(root)
        return root

    def _refuse_dde(self, root: etree._Element) -> None:
        said = [element.get(w("instr"), "") for element in root.iter(w("fldSimple"))]
        said += ["".join(part.text or "" for part in paragraph.iter(w("instrText"))) for paragraph in root.iter(w("p"))]
        if any(_DDE.search(words) for words in said):
            raise ActiveContent(name=self.name, found="trường DDE")

    def _beside(self, kind: str) -> Iterator[etree._Element]:
        """The parts the main part links to by relations of a kind."""
        for path in self._related(kind):
            part = self._part(path)
            if part is not None:
                yield part

    def body(self) -> etree._Element:
        """The main text."""
        root = self._part(self.main)
        body = None if root is None else root.find("w:body", W)
        if body is None:
            raise self._broken()
        return body

    def styles(self) -> etree._Element | None:
        return next(self._beside("styles"), None)

    def numbers(self) -> etree._Element | None:
        return next(self._beside("numbering"), None)

    def notes(self) -> Iterator[etree._Element]:
        """Footnotes, then endnotes, without the separators Word keeps among them."""
        for kind in ("footnotes", "endnotes"):
            for part in self._beside(kind):
                yield from (note for note in part if note.get(w("type"), "normal") == "normal")

    def margins(self) -> Iterator[etree._Element]:
        """Page headers and footers."""
        for kind in ("header", "footer"):
            yield from self._beside(kind)
