"""A zip package from a stranger: measured before it is unpacked, and counted while it is."""

import io
import zipfile

from hopluc.errors import BrokenFile, EncryptedFile, TooLarge
from hopluc.reading.sources.limits import MEMBERS, PART_BYTES, RATIO, RATIO_FROM, UNPACKED_BYTES
from hopluc.spoilt import SPOILT

_CHUNK = 1 << 16
_END_RECORD, _END_SIZE = b"PK\x05\x06", 22


class Archive:
    """The members of a zip package, by name. Nothing is ever written to a disk, so a name leads nowhere.

    Raises TooLarge for a bomb (too many members, too much declared or real content), BrokenFile, EncryptedFile.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.unpacked = 0
        _refuse_crowd(data, name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except SPOILT as error:
            raise BrokenFile(name=name, reason="gói tệp không mở được") from error
        members = self._zip.infolist()
        declared = sum(member.file_size for member in members)
        packed = max(1, len(data))
        if len(members) > MEMBERS:
            raise TooLarge(name=name, reason="quá nhiều thành phần bên trong")
        if declared > UNPACKED_BYTES or (declared > RATIO_FROM and declared > RATIO * packed):
            raise TooLarge(name=name, reason="nội dung nén quá lớn")
        if any(member.flag_bits & 1 for member in members):
            raise EncryptedFile(name=name)
        self.names = frozenset(member.filename for member in members)

    def part(self, path: str) -> bytes:
        """The content of a member; b"" where the package has none of that name. Unpacks no more than is allowed."""
        if path not in self.names:
            return b""
        pieces, size = [], 0
        try:
            with self._zip.open(path) as member:
                while piece := member.read(_CHUNK):
                    pieces.append(piece)
                    size += len(piece)
                    self.unpacked += len(piece)
                    if size > PART_BYTES or self.unpacked > UNPACKED_BYTES:
                        raise TooLarge(name=self.name, reason="nội dung nén quá lớn")
        except SPOILT as error:
            raise BrokenFile(name=self.name, reason="một phần bên trong không giải nén được") from error
        return b"".join(pieces)


def _refuse_crowd(data: bytes, name: str) -> None:
    """Refuse by the count the end record declares, before a directory of a million names is read."""
    place = data.rfind(_END_RECORD)
    if place >= 0 and len(data) >= place + _END_SIZE:
        declared = int.from_bytes(data[place + 10 : place + 12], "little")
        directory = int.from_bytes(data[place + 12 : place + 16], "little")
        if declared > MEMBERS or directory > MEMBERS * 600:
            raise TooLarge(name=name, reason="quá nhiều thành phần bên trong")
