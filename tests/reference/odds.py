"""Mantel-Haenszel odds ratios with Robins-Breslow-Greenland intervals, by statsmodels.

One row a case: its 2x2 tables as `a b c d` separated by `|`, the ratio, low, high.
"""
import numpy as np
from statsmodels.stats.contingency_tables import StratifiedTable

CASES = [
    [(4, 2, 1, 3)],
    [(5, 2, 1, 4), (3, 3, 2, 6)],
    [(10, 0, 4, 6), (0, 3, 1, 2), (7, 1, 5, 5)],
    [(1, 1, 1, 1), (2, 1, 1, 2), (1, 0, 0, 1), (0, 1, 1, 0)],
    [(120, 30, 80, 95), (15, 60, 9, 88), (44, 41, 39, 40)],
]

print("tables,ratio,low,high")
for case in CASES:
    table = StratifiedTable([np.array([[a, b], [c, d]], dtype=float) for a, b, c, d in case])
    low, high = table.oddsratio_pooled_confint()
    text = "|".join(" ".join(map(str, one)) for one in case)
    print(f"{text},{table.oddsratio_pooled:.17g},{low:.17g},{high:.17g}")
