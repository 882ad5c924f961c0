"""How gunicorn serves: `python -m gunicorn -c python:policyblogs.gunicorn policyblogs.wsgi`.

The settings are read here first, so that a wrong one stops the start in its one line, before any process
is forked. What gunicorn is told on its command line, such as `--bind` or `--workers`, wins over this file.
"""

import logging

from policyblogs import settings

bind = f"127.0.0.1:{settings.PORT}"  # a proxy on the same machine stands in front, or nothing does
worker_class = "gthread"  # the default class closes every connection after one answer
workers = 2
threads = 4
timeout = 30  # seconds without a sign of life before a worker process is replaced
graceful_timeout = 8  # within the 10 seconds that `manage.py start` waits before it kills
preload_app = False  # a worker opens its own database connections
accesslog = None  # the proxy keeps one, and it holds readers' addresses
loglevel = "warning" if settings.DEMONSTRATION else "info"
control_socket_disable = True  # or gunicorn makes a socket in the home folder, for a tool not used here


def worth_logging(record: logging.LogRecord) -> bool:
    """False for gunicorn's complaint that a HEAD request was given a body; dropping it is its own part."""
    return "on a no-body response" not in str(record.msg)


logging.getLogger("gunicorn.http.wsgi").addFilter(worth_logging)
