#!/usr/bin/env python3
"""How many times longer commands take than `LC_ALL=C wc -w` of the same file, in one run.

speed.py MIZAN FILE    CPU seconds (user and system) of the median of three runs

FILE is not packed, so that `wc` reads what mizan reads.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 3
WORD = "إرهابي"


def run(command):
    """CPU seconds, wall seconds and peak memory in MB of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    # `find` ends with 1 where there is nothing to find.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def median(command, fresh=None):
    """The run of median CPU; `fresh` names a folder anew for each."""
    runs = sorted(run(command + (fresh() if fresh else [])) for _ in range(RUNS))
    return runs[RUNS // 2]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    mizan, file = sys.argv[1:]
    os.environ["LC_ALL"] = "C"
    counting = statistics.median(run(["wc", "-w", file])[0] for _ in range(2 * RUNS + 1))
    with tempfile.TemporaryDirectory() as home:
        reports = iter(range(1000))
        out = lambda: ["--out", os.path.join(home, str(next(reports)))]
        bare = [mizan, "compare", file, "--no-page", "--no-workbook"]
        commands = [
            ("score", [mizan, "score", file], None),
            ("events", [mizan, "events", file], None),
            ("find", [mizan, "find", WORD, file], None),
            ("compare, tables", bare, out),
            ("compare", [mizan, "compare", file], out),
        ]
        print(f"wc -w: {counting:.2f} s\n")
        print("| command | CPU s | times `wc -w` | wall / CPU | peak MB |")
        print("|---|---|---|---|---|")
        for name, command, fresh in commands:
            cpu, wall, peak = median(command, fresh)
            print(f"| {name} | {cpu:.1f} | {cpu / counting:.0f} | {wall / cpu:.2f} | {peak:.0f} |")


main()
