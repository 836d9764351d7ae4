"""Every file under definitions/ and the dataclass its rows or keys fill: what `hopluc check` loads."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hopluc import bases, gazetteer, likely, money, regimes, workdays
from hopluc.errors import BrokenAddition, WrongDefinition
from hopluc.load import definitions_folder, laid_rows, load_mapping, load_table
from hopluc.outside import Guard, added_definitions, kind_part
from hopluc.reading.additions import added
from hopluc.reading.cases import OURS, AnyKind, every_kind, wrong_cases
from hopluc.reading.mentions.document_numbers import DocumentType
from hopluc.reading.mentions.issuers import IssuerCode
from hopluc.reading.mentions.law_names import LawName
from hopluc.reading.mentions.nouns import Noun, Unit
from hopluc.reading.records import statements
from hopluc.reading.records.event import names as event_names
from hopluc.reporting.faults import refuse_faulty
from hopluc.reporting.official import Form
from hopluc.reporting.outline import Outline
from hopluc.reporting.return_outline import ReturnOutline, refuse_faulty_return
from hopluc.scorecards import Definition
from hopluc.scorecards.editions import refuse_clashing
from hopluc.scorecards.published import Published
from hopluc.scorecards.soundness import refuse_unsound

SHAPES: Mapping[str, type] = {
    "calendar/fixed_holidays.csv": workdays.FixedHoliday,
    "calendar/holidays.csv": workdays.Holiday,
    "gazetteer/abbreviations.csv": gazetteer.Abbreviation,
    "gazetteer/countries.csv": gazetteer.ForeignPlace,
    "gazetteer/heads.csv": gazetteer.Head,
    "gazetteer/issuer_codes.csv": IssuerCode,
    "gazetteer/local_bodies.csv": gazetteer.LocalOrganisation,
    "gazetteer/name_words.csv": gazetteer.NameWord,
    "gazetteer/organisations.csv": gazetteer.NationalOrganisation,
    "gazetteer/places.csv": gazetteer.Place,
    "gazetteer/surnames.csv": gazetteer.Surname,
    "gazetteer/titles.csv": gazetteer.Title,
    "gazetteer/province_tiles.csv": gazetteer.ProvinceTile,
    "law/official-form.yaml": Form,
    "law/report-regimes.csv": regimes.Regime,
    "law/replaced-acts.csv": bases.ReplacedAct,
    "reports/*.yaml": Outline,
    "returns/*.yaml": ReturnOutline,
    "scorecards/*.yaml": Definition,
    "scorecards/published.csv": Published,
    "vocabulary/act_families.csv": likely.ActFamily,
    "vocabulary/classifiers.csv": Noun,
    "vocabulary/currencies.csv": money.Currency,
    "vocabulary/document_types.csv": DocumentType,
    "vocabulary/event_heads.csv": event_names.Head,
    "vocabulary/laws.csv": LawName,
    "vocabulary/section_types.csv": statements.SectionType,
    "vocabulary/units.csv": Unit,
}
"""A name may end in `*.yaml`: any number of files of that shape."""


def definition_files(folder: Path | None = None) -> list[str]:
    """The name of every file of definitions, such as `gazetteer/places.csv`, in order; the guide beside them left out."""
    home = folder or definitions_folder()
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*.*") if path.suffix != ".md")


def shape_of(name: str) -> type | None:
    """The dataclass the file of that name fills; None where nothing reads such a file."""
    return next((shape for pattern, shape in SHAPES.items() if Path(name).match(pattern)), None)


def wrong_definitions(folder: Path | None = None) -> Iterator[WrongDefinition]:
    """What is wrong with each file of a folder (the package's own by default); nothing where all say what they must."""
    home = folder or definitions_folder()
    indices: list[Definition] = []
    for name in definition_files(home):
        try:
            made = _load(home, name)
            if isinstance(made, Definition):
                refuse_clashing([*indices, made])
                indices.append(made)
        except WrongDefinition as mishap:
            yield mishap


def wrong_additions() -> Iterator[BrokenAddition]:
    """What outside packages add that cannot be used: tables left out, kinds refused, cases not read as they are marked."""
    yield from wrong_tables()
    yield from added().refused
    for package, kind in every_kind():
        if package != OURS:
            yield from _wrong_kind(package, kind)


def wrong_tables() -> Iterator[BrokenAddition]:
    """The tables of outside packages that are left out, and their files that nothing reads."""
    if not added_definitions().known:
        return
    for addition in added_definitions().known:
        for name in definition_files(addition.thing):
            if not name.endswith(".csv") or shape_of(name) is None:
                yield Guard(addition.package, f'danh mục "{name}"').refusal("hệ thống không đọc tệp này từ gói ngoài")
    for name, shape in SHAPES.items():
        if name.endswith(".csv"):
            yield from laid_rows(name, shape)[1]


def _wrong_kind(package: str, kind: AnyKind) -> Iterator[BrokenAddition]:
    with Guard(package, kind_part(kind.name)) as guard:
        yield from map(guard.refusal, wrong_cases(kind))
    if guard.mishap:
        yield guard.mishap


def _load(folder: Path, name: str) -> object:
    shape = shape_of(name)
    if shape is None:
        raise WrongDefinition(file=name, key="-", reason="không phần nào của hệ thống đọc tệp này")
    if name.endswith(".csv"):
        return load_table(folder / name, shape)
    made: object = load_mapping(folder / name, shape)
    if isinstance(made, Outline):
        refuse_faulty(made, name)
    if isinstance(made, ReturnOutline):
        refuse_faulty_return(made, name)
    if isinstance(made, Definition):
        made = replace(made, file=name)
        refuse_unsound(made)
    return made
