"""The site's settings for tests: a data folder of their own, a database file (not memory), quick passwords, plain static files."""

import os
import tempfile

os.environ.setdefault("HOPLUC_HOME", tempfile.mkdtemp(prefix="hopluc-tests-"))

from hopluc.web.settings import *  # noqa: F403
from hopluc.web.settings import DATABASES, HOME, STATIC_ROOT, STORAGES

DATABASES["default"]["TEST"] = {} if "postgresql" in DATABASES["default"]["ENGINE"] else {"NAME": str(HOME / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECOND_FACTOR = False  # the tests of it ask for it
