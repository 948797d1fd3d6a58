"""Cohen's kappa by statsmodels, Krippendorff's alpha (nominal, ordinal) by krippendorff.

One row a case: both coders' answers `a:b` separated by blanks, then the coefficients.
"""
import numpy as np
import krippendorff
from statsmodels.stats.inter_rater import cohens_kappa, to_table

rng = np.random.default_rng(20260101)


def random_case(units, values, wrong):
    first = rng.integers(0, values, units)
    second = np.where(rng.random(units) < wrong, rng.integers(0, values, units), first)
    return list(zip(first.tolist(), second.tolist()))


CASES = [
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, examples A and B.
    list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])),
    list(zip([0, 0, 1, 1, 3, 2, 2, 0, 1, 3, 3, 2], [0, 1, 1, 1, 3, 2, 2, 0, 1, 3, 3, 2])),
    [(0, 1), (1, 0), (0, 1), (1, 0)],
    [(0, 0), (1, 1), (2, 2), (2, 2)],
    random_case(40, 5, 0.2),
    random_case(300, 5, 0.5),
    random_case(1000, 12, 0.3),
]

print("answers,kappa,nominal,ordinal")
for case in CASES:
    pairs = np.array(case)
    values = list(range(int(pairs.max()) + 1))
    kappa = cohens_kappa(to_table(pairs, bins=len(values))[0], return_results=False)
    alphas = [
        krippendorff.alpha(pairs.T, value_domain=values, level_of_measurement=level)
        for level in ("nominal", "ordinal")
    ]
    text = " ".join(f"{a}:{b}" for a, b in case)
    print(f"{text},{kappa:.17g},{alphas[0]:.17g},{alphas[1]:.17g}")
