"""Pages put down as a draft: their paragraphs and tables in order, whether the letters were printed or recognised."""

from collections.abc import Sequence

from hopluc.reading.sources.draft import Draft
from hopluc.reading.sources.page_lines import PageLine
from hopluc.reading.sources.page_tables import PageTable
from hopluc.reading.sources.paragraphs import Page, blocks_of, cell_pieces, pieces, without_margins


def write_pages(draft: Draft, pages: Sequence[Page]) -> list[PageLine]:
    """Write every paragraph and table of the pages, without page numbers and repeated headers; the lines in the order written."""
    written: list[PageLine] = []
    for block in blocks_of(without_margins(pages)):
        if isinstance(block, PageTable):
            written += _write_table(draft, block)
        else:
            draft.add_pieces(pieces(block.lines))
            written += block.lines
    return written


def _write_table(draft: Draft, table: PageTable) -> list[PageLine]:
    number = draft.start_table()
    for row_number, row in enumerate(table.rows):
        for column in sorted(row):
            draft.add_pieces(cell_pieces(row[column], table.grid), (number, row_number, column))
        draft.end_row()
    return [line for row in table.rows for column in sorted(row) for line in row[column]]
