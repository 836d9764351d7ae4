"""The site's settings for tests: a data folder of their own, a database file (not memory), quick passwords, plain static files."""

import os
import tempfile
from pathlib import Path

# Each worker has a folder of its own: what one test asks of the whole folder must not meet another's files.
_home = Path(os.environ.get("HOPLUC_HOME") or tempfile.mkdtemp(prefix="hopluc-tests-"))
_worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if _worker and _home.name != _worker:
    _home = _home / _worker
    _home.mkdir(parents=True, exist_ok=True)
os.environ["HOPLUC_HOME"] = str(_home)

from hopluc.web.settings import *  # noqa: E402, F403
from hopluc.web.settings import DATABASES, HOME, STATIC_ROOT, STORAGES  # noqa: E402

# The tables come from the models, as a site's do.
_file = {} if "postgresql" in DATABASES["default"]["ENGINE"] else {"NAME": str(HOME / "test.sqlite3")}
DATABASES["default"]["TEST"] = {"MIGRATE": False, **_file}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECOND_FACTOR = False  # the tests of it ask for it
