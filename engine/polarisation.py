# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Polarisation: how jobs divide over thirds of the wages of the base year, and over kinds of work."""

from functools import cache

import numpy as np

from engine import distribution
from engine.axes import FloatArray, column
from engine.baseline import Baseline, netherlands
from engine.wages import normal_share

_BISECTIONS = 60
_FAR = 3.0  # log points around the average wage between which both limits lie


def wage_third_shares(
    log_wage: FloatArray, log_wage_index: FloatArray, workers: FloatArray, base: Baseline
) -> FloatArray:
    """Share of jobs in the lower, middle and upper third of wages, axes (third, lane); sums to one.

    ``share_1 = P(ln w < limit_1 + index)``, and so on.

    The limits are those that divide the jobs of the base year in three, moved with the average wage: if all wages
    grew alike and nobody changed jobs, each third would go on holding a third of the jobs.

    Source: Goos, Manning and Salomons (2014) count jobs by the mean wage of occupations, from memory; there are
    none here, so this counts jobs by their own wage.

    Parameters
    ----------
    log_wage : array (education, lane)
        Log of the mean hourly wage.
    log_wage_index : array (lane,)
        Log of the average wage against the base year.
    workers : array (education, contract, lane)
        Million persons.
    """
    lower, upper = (limit + log_wage_index for limit in limits_of_thirds())
    low, below_upper = (jobs_under(limit, log_wage, workers, base) for limit in (lower, upper))
    return np.stack([low, below_upper - low, 1 - below_upper])


def jobs_under(limit: FloatArray, log_wage: FloatArray, workers: FloatArray, base: Baseline) -> FloatArray:
    """Share of jobs that pay less than a limit, array (lane,).

    ``sum_sc Phi((limit - mean_sc) / spread_sc) L_sc / sum_sc L_sc``

    Source: an identity of lognormal wages; spreads in data/constants.toml [distribution].

    Parameters
    ----------
    limit : array (lane,)
        Log of an hourly wage.
    log_wage : array (education, lane)
        Log of the mean hourly wage.
    workers : array (education, contract, lane)
        Million persons.
    """
    mean, spread = distribution.log_wage_moments(log_wage, base)
    under = normal_share((limit - mean) / column(spread))
    return np.asarray((under * workers).sum(axis=(0, 1)) / workers.sum(axis=(0, 1)), dtype=np.float64)


@cache
def limits_of_thirds() -> tuple[float, float]:
    """Return the logs of the hourly wages, eur per hour, that divide the jobs of the base year in three.

    ``jobs under(limit_i) = i / 3``, by bisection.

    Source: follows from the base year, data/baseline.toml.
    """
    base = netherlands()
    shares = np.stack([base.permanent_share, base.flexible_share, base.self_employed_share], axis=1)
    workers = column(column(base.employment) * shares)

    def limit(part: float) -> float:
        low, high = base.log_average_wage - _FAR, base.log_average_wage + _FAR
        for _ in range(_BISECTIONS):
            middle = (low + high) / 2
            if jobs_under(np.array([middle]), base.log_wages, workers, base)[0] < part:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    return limit(1 / 3), limit(2 / 3)
