#!/usr/bin/env python3
"""How time and memory grow with inputs that once took the square of their length.

    benches/growth.py MIZAN [SHAPE …]    MIZAN: a release build of the program

For each shape its file of n, 2n and 4n units is made, read, and removed; a row tells the CPU seconds
and the peak memory of each. What grows evenly has at most about four times the first in the last.
"""

import os
import sys
import tempfile
import time

ARTICLES = "id,source,text\n"
LINE = "شاركنا رأيك في هذا الخبر عبر صفحتنا"
PARAGRAPH = "<p>قال المتحدث باسم البلدية إن الجسر فُتح صباح اليوم أمام السيارات بعد أعمال سنة كاملة.</p>"


def page(inside):
    return "<!doctype html><html><body><article><h1>الجسر</h1>" + PARAGRAPH * 3 + inside


def article(text):
    return ARTICLES + 'a1,s,"' + text + '"\n'


def rows(units):
    return ARTICLES + 'x","\n' * units


def nodes(units):
    inside = '<cnode name="a">' * units + '<pnode name="مطر"/>' + "</cnode>" * units
    return "<dictionary>" + inside + "</dictionary>"


def key(units):
    return "+glad\n" + "".join(f"كلمة{unit}\n" for unit in range(units))


def fonts(units):
    return page("".join(f"<p><font size={unit}>نص</p>" for unit in range(units)))


def sources(units, shared):
    """Articles of as many sources, of one event or of an event each."""
    lines = ["id,source,event,text"]
    for unit in range(units):
        event = "e" if shared else f"e{unit}"
        label = ("إرهابيون", "مسلحون", "مقاتلون")[unit % 3]
        lines.append(f"a{unit},s{unit},{event},هاجم {label} القرية أمس.")
    return "\n".join(lines) + "\n"


# name: (units, file, what it holds, arguments)
SHAPES = {
    "rows of lost marks": (100_000, "a.csv", rows, ["score"]),
    "furniture lines": (20_000, "a.csv", lambda n: article((LINE + "\n") * n), ["score"]),
    "one line again": (20_000, "a.csv", lambda n: article("هاجم المسلحون القرية.\n" * n), ["score"]),
    "a long phrase": (10_000, "a.lc3", lambda n: "+glad\nمطر\n" + "مطر " * n + "\n", ["import"]),
    "long phrases": (500, "a.lc3", lambda n: "+glad\n" + ("مطر " * 30 + "\n") * n, ["import"]),
    "words of one key": (5_000, "a.lc3", key, ["import"]),
    "nested nodes": (10_000, "a.ykd", nodes, ["import"]),
    "elements never closed": (20_000, "a.html", lambda n: page("<div>نص " * n), ["score"]),
    "inline never closed": (20_000, "a.html", lambda n: page("<i>نص " * n), ["score"]),
    "closed by others": (20_000, "a.html", lambda n: page("<div>نص</i> " * n), ["score"]),
    "fonts across blocks": (100, "a.html", fonts, ["score"]),
    "nested tables": (250, "a.html", lambda n: page("<table><tr><td>نص " * n), ["score"]),
    "paragraphs of a page": (4_000, "a.html", lambda n: page(PARAGRAPH * n), ["score"]),
    "broken tags in a cell": (20_000, "a.csv", lambda n: article("<p " * n), ["score"]),
    "deaths in one sentence": (10_000, "a.csv", lambda n: article("مقتل " * n), ["score"]),
    "acts and names in one sentence": (5_000, "a.csv", lambda n: article("الجيش المالي وهجوم " * n), ["score"]),
    "sources of one event": (12_500, "a.csv", lambda n: sources(n, True), ["compare"]),
    "sources of their own events": (12_500, "a.csv", lambda n: sources(n, False), ["compare"]),
}


def command(mizan, verb, path, folder):
    if verb == "score" and path.endswith(".html"):
        return [mizan, "score", os.path.dirname(path)]
    if verb == "import":
        return [mizan, "lexicon", "import", path, "--out", os.path.join(folder, "lists")]
    if verb == "compare":
        return [mizan, "compare", path, "--out", os.path.join(folder, "report")]
    return [mizan, verb, path]


def measured(mizan, shape, units):
    """CPU seconds, megabytes and exit status of one run."""
    _, name, content, (verb,) = SHAPES[shape]
    with tempfile.TemporaryDirectory() as folder:
        home = os.path.join(folder, "in", "source")
        os.makedirs(home)
        path = os.path.join(home, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(content(units))
        argv = command(mizan, verb, path, folder)
        nothing = os.open(os.devnull, os.O_WRONLY)
        child = os.posix_spawn(argv[0], argv, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, nothing, 1), (os.POSIX_SPAWN_DUP2, nothing, 2)])
        _, status, used = os.wait4(child, 0)
        os.close(nothing)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


def main():
    mizan, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:] or SHAPES
    print(time.strftime("%Y-%m-%d"), os.uname().machine, f"{os.cpu_count()} cores")
    print("| shape | n | CPU seconds at n, 2n, 4n | peak MB | ends with |")
    print("|---|---|---|---|---|")
    for shape in wanted:
        units = SHAPES[shape][0]
        runs = [measured(mizan, shape, units * times) for times in (1, 2, 4)]
        seconds = ", ".join(f"{run[0]:.2f}" for run in runs)
        megabytes = ", ".join(str(run[1]) for run in runs)
        status = ", ".join(str(run[2]) for run in runs)
        print(f"| {shape} | {units:,} | {seconds} | {megabytes} | {status} |", flush=True)


if __name__ == "__main__":
    main()
