"""A compound file of old Office (.doc, .xls, .ppt): its names and its streams, by the published format [MS-CFB]. Nothing is trusted."""

import struct
from collections.abc import Iterator

from hopluc.errors import BrokenFile

_HEADER = 512
_LAST = 0xFFFFFFFA
"""Sector numbers from here on are marks, such as the end of a chain."""
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_MOST_ENTRIES = 20_000


class Compound:
    """The directory of a compound file. Raises BrokenFile where it has none."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data.ljust(_HEADER, b"\0"), 30)
        if shift not in {9, 12} or small_shift != 6:
            raise BrokenFile(name=name, reason="cấu trúc tệp Office bị lỗi")
        self._size = 1 << shift
        first, self._least, first_small = *struct.unpack_from("<I", data, 48), *struct.unpack_from("<II", data, 56)
        self._next = self._numbers(self._table_sectors())
        self._small_next = self._numbers(self._chain(first_small, self._next))
        self._entries = list(self._read_entries(b"".join(map(self._sector, self._chain(first, self._next)))))
        root = next((entry for entry in self._entries if entry[1] == _ROOT), None)
        if root is None:
            raise BrokenFile(name=name, reason="cấu trúc tệp Office bị lỗi")
        self._small = b"".join(map(self._sector, self._chain(root[2], self._next)))

    @property
    def names(self) -> frozenset[str]:
        """The names of all storages and streams."""
        return frozenset(entry[0] for entry in self._entries)

    def stream(self, name: str) -> bytes:
        """The content of a stream; b"" where there is none of that name."""
        for known, kind, first, size in self._entries:
            if known == name and kind == _STREAM:
                if size >= self._least:
                    return b"".join(map(self._sector, self._chain(first, self._next)))[:size]
                return b"".join(self._small[at * 64 : at * 64 + 64] for at in self._chain(first, self._small_next))[:size]
        return b""

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _table_sectors(self) -> list[int]:
        """Where the table of chains stands: the header lists the first sectors, further ones list the rest."""
        listed = list(struct.unpack_from("<109I", self._data.ljust(_HEADER, b"\xff"), 76))
        more = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(len(self._data) // self._size):
            if more >= _LAST:
                break
            numbers = self._numbers([more])
            listed += numbers[:-1]
            more = numbers[-1] if numbers else _LAST
        return [number for number in listed if number < _LAST]

    def _numbers(self, sectors: list[int]) -> list[int]:
        joined = b"".join(self._sector(sector) for sector in sectors[: len(self._data) // self._size + 1])
        return list(struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4]))

    def _chain(self, first: int, following: list[int]) -> list[int]:
        """The sectors of a chain in order; one that runs in a circle ends where it began to."""
        chain: dict[int, None] = {}
        while first < len(following) and first not in chain:
            chain[first] = None
            first = following[first]
        return list(chain)

    def _read_entries(self, directory: bytes) -> Iterator[tuple[str, int, int, int]]:
        """Name, kind, first sector and size of each entry."""
        for at in range(0, min(len(directory) - _ENTRY + 1, _MOST_ENTRIES * _ENTRY), _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            first, size = struct.unpack_from("<II", directory, at + 116)
            yield directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace"), kind, first, size
