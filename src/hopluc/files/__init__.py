"""Files read one after the other or side by side (đọc nhiều tệp): named, opened, read, written out, and gone on with after a stop."""
