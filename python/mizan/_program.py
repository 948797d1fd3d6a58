"""The program ``mizan`` as the entry point of the package."""

import signal
import sys

from . import _mizan


def main() -> int:
    """Runs the program with the arguments of the process, and gives its exit status."""
    # The program has an order of its own for Ctrl-C: nothing half-written stays behind.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _mizan.program(sys.argv)
