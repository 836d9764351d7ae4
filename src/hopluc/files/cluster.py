"""The machines of a Dask cluster (cụm máy) that read files side by side. Outcomes come in the order of the files.

Only orders and outcomes travel: every machine reads and writes the files themselves, in a folder that all of them share.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from threading import local
from types import TracebackType
from typing import Any, Self

from hopluc.errors import BrokenFile, CannotWrite, WrongUse
from hopluc.files.results import Order, Outcome, read_file
from hopluc.reading.sources import Sandbox

_AHEAD = 4
"""Files waiting for each thread of the cluster, so that none stands idle while outcomes are told."""
_PATIENCE = 10
"""Seconds that the scheduler has to answer in."""
_own = local()


def read_there(order: Order) -> Outcome | CannotWrite:
    """Read one file on a machine of the cluster, with the sandbox that its thread keeps; what cannot be written is brought back."""
    if not hasattr(_own, "sandbox"):
        _own.sandbox = Sandbox()  # its child ends with the process that holds the other end
    try:
        return read_file(order, _own.sandbox)
    except CannotWrite as error:
        return error


class Cluster:
    """A Dask cluster by the address of its scheduler. Use it as a context: what was not read is called off with it.

    Raises WrongUse where `distributed` is not installed or the scheduler does not answer.
    """

    def __init__(self, address: str) -> None:
        self._distributed = _installed()
        try:
            self._client: Any = self._distributed.Client(address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise WrongUse(
                detail=f'Bộ điều phối Dask ở địa chỉ "{address}" không trả lời. Đề nghị kiểm tra địa chỉ (như tcp://may-chu:8786) '
                "và xem bộ điều phối đã chạy chưa, hoặc dùng --workers."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def outcomes(self, orders: Iterable[Order]) -> Iterator[tuple[Order, Outcome]]:
        """Each order with what became of it, in order. Raises CannotWrite, and WrongUse for a cluster that cannot read."""
        waiting = iter(orders)
        threads = sum(self._client.nthreads().values())
        if not threads:
            raise WrongUse(detail="Cụm Dask chưa có máy nào nhận việc. Đề nghị chạy dask worker trên các máy rồi thử lại.")
        given = deque((order, self._hand(order)) for order in islice(waiting, _AHEAD * threads))
        while given:
            order, future = given.popleft()
            yield order, self._outcome(order, future)
            given.extend((more, self._hand(more)) for more in islice(waiting, 1))

    def _hand(self, order: Order) -> Any:
        return self._client.submit(read_there, _anywhere(order), pure=False)

    def _outcome(self, order: Order, future: Any) -> Outcome:
        try:
            outcome: Outcome | CannotWrite = future.result()
        except self._distributed.KilledWorker:
            return Outcome((str(BrokenFile(name=order.file.name, reason="nội dung tệp làm chương trình đọc dừng lại")),))
        except (ImportError, AttributeError) as error:
            raise WrongUse(
                detail="Máy trong cụm Dask chưa cài hopluc, hoặc cài bản khác với máy này. Đề nghị cài cùng một bản trên mọi máy."
            ) from error
        if isinstance(outcome, CannotWrite):
            raise outcome
        return outcome


def _installed() -> Any:
    try:
        return import_module("distributed")  # who has a cluster has this too; it is no part of the package
    except ImportError as mishap:
        raise WrongUse(
            detail='Chưa cài gói distributed nên không dùng được --cluster. Đề nghị cài bằng pip install "hopluc[cluster]", '
            "hoặc dùng --workers."
        ) from mishap


def _anywhere(order: Order) -> Order:
    """The order with paths that mean the same on every machine."""
    file = replace(order.file, path=order.file.path.absolute(), pages=tuple(page.absolute() for page in order.file.pages))
    text = order.text.absolute() if order.text is not None else None
    return Order(file, order.lines.absolute(), text, tuple(path.absolute() for path in order.given))
