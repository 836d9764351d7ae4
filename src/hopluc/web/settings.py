"""The settings of the site, read from the environment. Each HOPLUC_ name is told in docs/reference/settings.md."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from hopluc.web.store.database import database_at, take_newer_sqlite


def _said(name: str, default: str = "") -> str:
    return os.environ.get(f"HOPLUC_{name}", default).strip()


YES = frozenset({"1", "true", "yes", "on"})


def _yes(name: str) -> bool:
    return _said(name).lower() in YES


def _listed(name: str, default: str) -> list[str]:
    return [word.strip() for word in _said(name, default).split(",") if word.strip()]


def _secret_key(home: Path) -> str:
    """The key from the environment, or the one kept in the data folder, made at the first run."""
    if said := _said("SECRET_KEY"):
        return said
    kept = home / "secret-key"
    if not kept.exists():
        home.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(get_random_secret_key())
        try:
            os.link(draft, kept)  # the first of several processes wins
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return kept.read_text()


def _only_address(hosts: list[str]) -> str:
    """The address of a site that is served under one name."""
    return f"https://{hosts[0]}" if len(hosts) == 1 and hosts[0][0] not in ".*" else ""


WEB = Path(__file__).resolve().parent
DATA = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
HOME = Path(_said("HOME") or DATA / "hopluc").resolve()
DEBUG = _yes("DEBUG")
HTTPS = _yes("HTTPS")
BEHIND_PROXY = _yes("BEHIND_PROXY")
SECRET_KEY = _secret_key(HOME)
SECRET_KEY_FALLBACKS = _listed("OLD_SECRET_KEYS", "")
ALLOWED_HOSTS = _listed("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_NAME = _said("SITE_NAME", "Hợp Lực")
SITE_ADDRESS = _said("SITE_ADDRESS", _only_address(ALLOWED_HOSTS) if HTTPS else "").rstrip("/")

take_newer_sqlite()
DATABASES = {"default": database_at(_said("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "hopluc.web.jobs",
    "hopluc.web.journal",
    "hopluc.web.people",
    "hopluc.web.definitions",
    "hopluc.web.documents",
    "hopluc.web.measures",
    "hopluc.web.register",
    "hopluc.web.intake",
    "hopluc.web.returns",
    "hopluc.web.observatory",
    "hopluc.web.sheets",
    "hopluc.web.succession",
    "hopluc.web.committees",
    "hopluc.web.manpower",
    "hopluc.web.inquiries",
    "hopluc.web.issuing",
    "hopluc.web.consultation",
    "hopluc.web.agenda",
    "hopluc.web.panorama",
    "hopluc.web.past",
    "hopluc.web.following",
    "hopluc.web.briefing",
    "hopluc.web.personal",
]
MIDDLEWARE = [
    "hopluc.web.gate.edge.guard_headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hopluc.web.gate.edge.refuse_control_characters",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hopluc.web.gate.edge.speak_the_users_language",
    "hopluc.web.gate.edge.ask_for_own_password",
    "hopluc.web.store.memory.remember_while_reading",
    "hopluc.web.people.second_step.ask_for_second_step",
    "django.contrib.messages.middleware.MessageMiddleware",
    "hopluc.web.gate.problems.ShowProblems",
]
ROOT_URLCONF = "hopluc.web.urls"
WSGI_APPLICATION = "hopluc.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.l10n", "hopluc.web.pages.shortening"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hopluc.web.menu.menu",
            ],
        },
    }
]
FORM_RENDERER = "hopluc.web.pages.selects.Fields"

# Accounts and sessions
AUTH_USER_MODEL = "people.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
SECOND_FACTOR = _said("SECOND_FACTOR", "no" if (HOME / "demonstration").exists() else "yes").lower() in YES
SIGN_ON = _said("SIGN_ON")
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-sid" if HTTPS else "sid"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
LANGUAGE_COOKIE_NAME = "__Host-language" if HTTPS else "language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hopluc.web.gate.problems.stale_form"

# What every answer says to the browser (see edge.py)
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)

# Files
MOST_UPLOAD_BYTES = int(_said("MOST_UPLOAD_MB", "50")) * 1024 * 1024
MOST_TOGETHER_BYTES = 10 * MOST_UPLOAD_BYTES
MOST_KEPT_BYTES = int(_said("MOST_KEPT_GB", "100")) * 1024**3
FILE_UPLOAD_HANDLERS = ["hopluc.web.intake.uploads.ToDisk"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # the form asks for fewer, and says so
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a return of some hundred lines of figures is one form
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [WEB / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "made"}},
    "documents": {"BACKEND": "hopluc.web.documents.files.KeptByContent", "OPTIONS": {"location": HOME / "documents"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Language, dates, numbers
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
FORMAT_MODULE_PATH = "hopluc.web.formats"
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

PASSWORD_RESET_TIMEOUT = 7 * 24 * 3600  # as long as a one-time password
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if _said("MAIL_HOST") else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = _said("MAIL_HOST")
EMAIL_PORT = int(_said("MAIL_PORT", "587"))
EMAIL_HOST_USER = _said("MAIL_USER")
EMAIL_HOST_PASSWORD = _said("MAIL_PASSWORD")
EMAIL_USE_TLS = bool(EMAIL_HOST)
DEFAULT_FROM_EMAIL = _said("MAIL_FROM", "hopluc@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "class": "hopluc.web.gate.log_lines.MaskedFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": _said("LOG_LEVEL", "INFO")},
}
