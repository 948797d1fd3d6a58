"""Exact two-sided p of a within-event difference, by counting every arrangement.

One row a case: its events as `ours/theirs`, separated by `|`, each side its articles as
`mentions:stance` separated by spaces; the difference, the number of arrangements, p. A case of one
event is also put to scipy.stats.permutation_test, which must agree.
"""
import itertools

import numpy as np
from scipy import stats

CASES = [
    [([(1, -2), (2, -4), (1, 0), (3, -6)], [(1, 0), (2, 1), (1, 0), (1, 2)])],
    [
        ([(1, -2), (1, 0), (2, -2)], [(1, 0), (3, 0), (1, 1)]),
        ([(1, -1)], [(2, 2), (1, 0), (1, 1)]),
    ],
    [
        ([(1, 0), (1, 1)], [(1, 1), (2, 0)]),
        ([(2, -1)], [(1, 1), (1, 0)]),
        ([(1, 1), (4, 2)], [(1, -1)]),
    ],
]


def difference(events):
    top = bottom = 0.0
    for ours, theirs in events:
        n, s = (sum(article[k] for article in ours) for k in (0, 1))
        m, t = (sum(article[k] for article in theirs) for k in (0, 1))
        weight = n * m / (n + m)
        top += weight * (s / n - t / m)
        bottom += weight
    return top / bottom


def arrangements(ours, theirs):
    everybody = ours + theirs
    for chosen in itertools.combinations(range(len(everybody)), len(ours)):
        rest = [i for i in range(len(everybody)) if i not in chosen]
        yield [everybody[i] for i in chosen], [everybody[i] for i in rest]


def by_scipy(ours, theirs):
    everybody = ours + theirs

    def statistic(x, y):
        return abs(difference([([everybody[int(i)] for i in x], [everybody[int(i)] for i in y])]))

    places = np.arange(len(everybody))
    test = stats.permutation_test(
        (places[: len(ours)], places[len(ours) :]),
        statistic,
        alternative="greater",
        n_resamples=np.inf,
        vectorized=False,
    )
    return test.pvalue


print("events,difference,arrangements,p")
for case in CASES:
    observed = difference(case)
    every = list(itertools.product(*(list(arrangements(*event)) for event in case)))
    reached = sum(abs(difference(one)) >= abs(observed) - 1e-9 for one in every)
    p = reached / len(every)
    if len(case) == 1:
        assert abs(by_scipy(*case[0]) - p) < 1e-12
    side = lambda articles: " ".join(f"{n}:{s}" for n, s in articles)
    text = "|".join(f"{side(ours)}/{side(theirs)}" for ours, theirs in case)
    print(f"{text},{observed:.17g},{len(every)},{p:.17g}")
