"""The package beside the interpreter: fork, Ctrl-C, its lock, other threads, the program."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import sysconfig
import threading
import time
from pathlib import Path

import pytest
from conftest import SETTINGS

import mizan

ARTICLES = [{"id": str(at), "source": "النهر", "text": "هاجم الإرهابيون البلدة"} for at in range(50)]
SCORER = mizan.Scorer()


def count(_=None):
    return SCORER.score(ARTICLES).num_rows


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*")
def test_a_forked_process_works_on_threads_of_its_own():
    expected = count()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map_async(count, range(4)).get(timeout=120) == [expected] * 4
    assert count() == expected


def test_others_run_meanwhile_and_many_may_ask_at_once():
    ticks, found = [], []
    stop = threading.Event()

    def tick():
        while not stop.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.005)

    clock = threading.Thread(target=tick)
    clock.start()
    workers = [threading.Thread(target=lambda: found.append(count())) for _ in range(4)]
    for worker in workers:
        worker.start()
    mizan.compare(mizan.demo(), settings=SETTINGS)
    for worker in workers:
        worker.join()
    stop.set()
    clock.join()
    assert len(set(found)) == 1 and len(found) == 4
    waits = [after - before for before, after in zip(ticks, ticks[1:])]
    assert max(waits) < 2, "no other thread waited for the whole of it"


LONG = """
import mizan
articles = mizan.demo().to_pylist()
rows = [row | {"id": f"{row['id']}-{at}", "source": f"{row['source']} {at % 9}"} for at in range(60) for row in articles]
print("begun", flush=True)
try:
    mizan.compare(rows, settings={"draws": 10000})
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_ctrl_c_ends_a_long_study():
    run = subprocess.Popen([sys.executable, "-c", LONG], stdout=subprocess.PIPE, text=True)
    assert run.stdout.readline() == "begun\n"
    time.sleep(2)
    begun = time.monotonic()
    run.send_signal(signal.SIGINT)
    out, _ = run.communicate(timeout=60)
    assert out == "interrupted\n"
    assert time.monotonic() - begun < 30


def test_any_number_of_threads_gives_the_same(report):
    alone = mizan.compare(mizan.demo(), settings=SETTINGS, threads=1)
    for name in report.tables:
        assert alone[name].to_pylist() == report[name].to_pylist(), name


def program(*args, **how):
    command = [str(Path(sysconfig.get_path("scripts")) / "mizan"), *args]
    return subprocess.run(command, capture_output=True, text=True, **how)


def test_the_program_is_there_with_its_exit_status():
    assert program("--version").stdout.strip() == f"mizan {mizan.__version__}"
    assert program("compare").returncode == 2
    assert program("nothing-such").returncode == 2
    assert program("find", "لاشيء", "-", input="source,text\nالنهر,نعم\n").returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_the_program_ends_in_order_at_ctrl_c(tmp_path):
    rows = [row | {"id": f"{row['id']}-{at}", "source": f"{at % 9}"} for at in range(60) for row in mizan.demo().to_pylist()]
    table = tmp_path / "articles.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    path = str(Path(sysconfig.get_path("scripts")) / "mizan")
    command = [path, "compare", str(table), "--set", "draws=10000", "--out", str(tmp_path / "report")]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    time.sleep(2)
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=60)
    assert run.returncode == 130
    assert list(tmp_path.iterdir()) == [table]
