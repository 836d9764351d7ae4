"""How the web server takes a file in: to disk in pieces, and no more of it than one file may hold."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class ToDisk(TemporaryFileUploadHandler):
    """Every file goes to a temporary file. Of one past the limit the rest is counted, not kept: its size tells that it is refused."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 (the name Django gives it)
        content_length: Any,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        if content_length > settings.MOST_TOGETHER_BYTES:
            raise RequestDataTooBig("Các tệp gửi cùng lúc lớn quá mức. Đề nghị chia thành nhiều lần tải lên.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._counted = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._counted += len(raw_data)
        if self._counted <= settings.MOST_UPLOAD_BYTES:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> Any:
        return super().file_complete(self._counted)
