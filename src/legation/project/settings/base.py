"""Settings that every way of running shares. Each is described in docs/settings.md."""

import os
from pathlib import Path

from legation.project.settings.appearance import borders, emblems
from legation.project.settings.mail import mail
from legation.project.settings.rooms import rooms
from legation.project.settings.sources import address, database, institutions, licence, number, secret

os.environ.setdefault("PYTHONTZPATH", "")

DATA_DIR = Path(os.environ.get("LEGATION_DATA_DIR", "var")).absolute()
KEYS_DIR = Path(os.environ.get("LEGATION_KEYS_DIR", DATA_DIR / "keys")).absolute()
STATE_DIR = Path(os.environ.get("LEGATION_STATE_DIR", DATA_DIR / "state")).absolute()
FILES_DIR = Path(os.environ.get("LEGATION_FILES_DIR", DATA_DIR / "files")).absolute()
LOG_ORIGIN = os.environ.get("LEGATION_LOG_ORIGIN", "legation.example/log")
DEMONSTRATION = False
EMBLEMS = emblems("LEGATION_EMBLEMS_DIR")
BORDERS = borders("LEGATION_BORDERS_FILE")
PUBLIC_ADDRESS = address("LEGATION_PUBLIC_ADDRESS", "")
DATA_LICENCE = licence("LEGATION_DATA_LICENCE")

DATABASES = {"default": database(os.environ.get("LEGATION_DATABASE_URL", f"sqlite:///{DATA_DIR}/legation.sqlite3"))}
SECRET_KEY = secret("LEGATION_SECRET_KEY_FILE")
DEBUG = False
ALLOWED_HOSTS: list[str] = os.environ.get("LEGATION_HOSTS", "").split()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "legation.base",
    "legation.readers",
    "legation.integrity",
    "legation.accounts",
    "legation.plan",
    "legation.missions",
    "legation.stations",
    "legation.coordination",
    "legation.count",
    "legation.headquarters",
    "legation.training",
    "legation.publication",
    "legation.public",
    "legation.desks",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "legation.accounts.web.middleware.ActorMiddleware",
    "legation.base.drafts.DraftMiddleware",
    "legation.base.once.OnceMiddleware",
    "legation.base.web.RefusalMiddleware",
]
ROOT_URLCONF = "legation.project.urls"
WSGI_APPLICATION = "legation.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "legation.base.context.page",
                "legation.accounts.web.context.acting",
                "legation.desks.web.context.election",
            ],
        },
    }
]
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["legation.accounts.web.backends.Proven", "legation.accounts.web.backends.Invited"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, str]] = []
"""`accounts.actions.factors` asks for length and against lists of common passwords, in our words."""
PROXIES = number("LEGATION_PROXIES", 0)
MAIL = mail("LEGATION_MAIL_FILE")
INSTITUTIONS = institutions("LEGATION_OIDC_FILE")
ROOMS = rooms("LEGATION_ROOMS_FILE")

# Of django-allauth: tables and mathematics of second factors, the client of OpenID Connect. None of its pages.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "code"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_ADAPTER = "legation.accounts.web.adapters.Names"
SOCIALACCOUNT_ADAPTER = "legation.accounts.web.adapters.Institutions"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid"],
        "APPS": [one.as_app() for one in INSTITUTIONS],
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "/sign-in/"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("az", "Azərbaycanca")]
LOCALE_PATHS = [Path(__file__).parents[2] / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("LEGATION_STATIC_DIR", DATA_DIR / "static")).absolute()
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600
"""Seconds for which a browser asks for no sheet or script again: over a slow line each question costs a second."""


CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
LOGGING_CONFIG = None
