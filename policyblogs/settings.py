"""The one settings module, in the order of Django's own. Values come from the environment."""

from pathlib import Path
from typing import Any

from policyblogs import environment
from policyblogs.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

# The demonstration answers this machine only, over plain HTTP, and makes its own secrets.
DEMONSTRATION = env.read("POLICYBLOGS_DEMONSTRATION", environment.flag, False)
DATA_DIR = env.read("POLICYBLOGS_DATA_DIR", environment.folder, BASE_DIR / "var")
PORT = env.read("PORT", environment.port, 8000)
SITE_URL = env.read(
    "POLICYBLOGS_SITE_URL", environment.web_address, f"http://127.0.0.1:{PORT}" if DEMONSTRATION else None
)
# GOV.UK's typeface, colours and name: on its own hosts only, as checks.py sees to.
GOVUK_BRAND = env.read("POLICYBLOGS_GOVUK_BRAND", environment.flag, False)
FRONTEND_DIR = BASE_DIR / "build" / "frontend"  # staged from its packages by `make build/frontend`
STATICFILES_DIRS = [BASE_DIR / "static", FRONTEND_DIR]
if GOVUK_BRAND:
    STATICFILES_DIRS.append(BASE_DIR / "build" / "frontend-govuk")
# Part of every ETag, so that pages made by other templates or styles are fetched again.
RELEASE = env.read(
    "POLICYBLOGS_RELEASE",
    environment.text,
    environment.digest_of(BASE_DIR / "templates", *STATICFILES_DIRS),
)
if GOVUK_BRAND:
    RELEASE += "-govuk"
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

# Core
DEBUG = False
SECRET_KEY = env.secret("POLICYBLOGS_SECRET_KEY", kept_in=DATA_DIR if DEMONSTRATION else None)
SECRET_KEY_FALLBACKS: list[str] = env.read("POLICYBLOGS_OLD_SECRET_KEYS", environment.old_secrets, [])
PRIVACY_KEY = env.secret("POLICYBLOGS_PRIVACY_KEY", kept_in=DATA_DIR if DEMONSTRATION else None)
ALLOWED_HOSTS = LOCAL_HOSTS if DEMONSTRATION else env.read("POLICYBLOGS_ALLOWED_HOSTS", environment.words)
INSTALLED_APPS = [
    "policyblogs.apps.PolicyBlogsConfig",
    "policyblogs.apps.PolicyBlogsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "teams",
    "posts",
    "comments",
    "moderation",
]
MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "policyblogs.middleware.security_headers",  # on static files, redirects and errors too
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "policyblogs.middleware.guarded_writes",
    "policyblogs.middleware.Refusals",
    "policyblogs.middleware.Gate",
    "posts.middleware.Embargoes",
]
ROOT_URLCONF = "policyblogs.urls"
WSGI_APPLICATION = "policyblogs.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# Databases and caches
DATABASES = {
    "default": env.read(
        "DATABASE_URL", environment.database, environment.sqlite(DATA_DIR / "policyblogs.sqlite3")
    )
}
# The role that owns the tables, for `migrate` only. What serves pages should not be told of it.
MIGRATE_DATABASE: dict[str, Any] = env.read(
    "MIGRATE_DATABASE_URL", environment.owner_beside(DATABASES["default"]), {}
)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "teams_cache",
        # It counts wrong passwords and codes. Past Django's 300 entries a flood would push the counts out.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# Mail
MAIL = env.read(
    "POLICYBLOGS_MAIL_URL",
    environment.mail,
    environment.mail_folder(DATA_DIR / "mail") if DEMONSTRATION else None,
)
EMAIL_BACKEND = MAIL["backend"]
EMAIL_FILE_PATH = MAIL.get("folder")
EMAIL_HOST = MAIL.get("host", "")
EMAIL_PORT = MAIL.get("port", 25)
EMAIL_HOST_USER = MAIL.get("user", "")
EMAIL_HOST_PASSWORD = MAIL.get("password", "")
EMAIL_USE_SSL = MAIL.get("use_ssl", False)
EMAIL_USE_TLS = MAIL.get("use_tls", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.read(
    "POLICYBLOGS_MAIL_FROM", environment.text, "Policy Blogs <blogs@policyblogs.example>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Files
STATIC_URL = "/assets/"  # govuk-frontend's own css asks for this path
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Forms and templates
FORM_RENDERER = "policyblogs.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "policyblogs.context.desk_nav",
            ],
            "builtins": ["policyblogs.templatetags.govuk"],
        },
    }
]

# Language and time
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# People and sign-in
AUTH_USER_MODEL = "teams.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "moderation:home"
ACCOUNT_ADAPTER = "teams.signing_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,20/5m/ip"}  # wrong passwords, and wrong codes
# Who needs a second factor is in teams.roles. The demonstration's people have no phones.
SECOND_FACTOR_REQUIRED = not DEMONSTRATION
MFA_ADAPTER = "teams.signing_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Policy Blogs"
MFA_TOTP_TOLERANCE = 1  # a code is taken for one step more on either side; teams.second_factor spends it once
MFA_ALLOW_UNVERIFIED_EMAIL = True  # administrators make the accounts
MFA_FORMS = {
    "authenticate": "teams.code_forms.CodeForm",
    "reauthenticate": "teams.code_forms.CodeAgainForm",
    "activate_totp": "teams.code_forms.SetUpForm",
}

# Security
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not DEMONSTRATION
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0 if DEMONSTRATION else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMONSTRATION
# Behind a proxy, its word is taken for the scheme and, for the limits on sign-in, for the client's address.
BEHIND_PROXY = env.read("POLICYBLOGS_BEHIND_PROXY", environment.flag, False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "policyblogs.views.form_expired"

# Tags
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "none": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_tasks": {
            "level": "CRITICAL"
        },  # teams.retrying tells of failures, without the words of the error
        "django_tasks_db": {"level": "ERROR"},
        # Robots ask for hosts that are not ours all day long; each is answered with 400 and needs no trace.
        "django.security.DisallowedHost": {"handlers": ["none"], "propagate": False},
    },
}

env.refuse_unknown()
