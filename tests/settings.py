"""The project's settings, for tests: as in the demonstration, with quick passwords and plain static files."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("POLICYBLOGS_DEMONSTRATION", "1")
if "POLICYBLOGS_DATA_DIR" not in os.environ:
    os.environ["POLICYBLOGS_DATA_DIR"] = tempfile.mkdtemp(prefix="policyblogs-tests-")
    atexit.register(shutil.rmtree, os.environ["POLICYBLOGS_DATA_DIR"], ignore_errors=True)
os.environ.pop("MIGRATE_DATABASE_URL", None)  # the tests' own database has one role

from policyblogs.settings import *  # noqa: F403
from policyblogs.settings import STATIC_ROOT, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a folder that is not there
