"""Runs a module as `manage.py start` wants it: `python -m policyblogs.child MODULE ARGUMENTS...`.

Standard input is a pipe that the parent holds open and never writes to. When it closes, the parent is gone,
however it went (a kill -9 too), and this process asks itself to stop: no server outlives its start.
"""

import os
import runpy
import signal
import sys
import threading


def stop_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    threading.Thread(target=stop_with_parent, daemon=True).start()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
