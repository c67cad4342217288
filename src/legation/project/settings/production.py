"""Production: secrets from files, secure cookies, hosts named."""

from legation.project.settings.base import *  # noqa: F403
from legation.project.settings.base import ALLOWED_HOSTS
from legation.project.settings.sources import SettingError, number, required

SECRET_KEY = required("LEGATION_SECRET_KEY_FILE")
if not ALLOWED_HOSTS:
    raise SettingError("LEGATION_HOSTS: name the hosts that this server answers to, separated by spaces")
PROXIES = number("LEGATION_PROXIES", 1)
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
