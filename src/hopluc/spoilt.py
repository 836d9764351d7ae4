"""What opening and reading a zip package, as .docx and .xlsx are, raises over one that is spoilt.

Of a package held in memory, so that OSError is never a disk's. A reader of what is in the package adds what it raises itself.
"""

import zipfile
import zlib

SPOILT = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,  # a part of it is encrypted
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
