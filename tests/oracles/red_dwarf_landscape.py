# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How red-dwarf draws a landscape of opinions: run by the Python of `.venv-oracles`, one file of votes a line.

Each line of input is a file of numpy with votes; each is answered with seconds of processor time, the directions that it
finds, and what it counts in groups that are given.
"""

import json
import sys
import time
import warnings
from typing import Any

warnings.filterwarnings("ignore")  # it uses its own libraries in ways that they announce the end of

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
from reddwarf.utils.clusterer.kmeans import find_best_kmeans  # noqa: E402
from reddwarf.utils.reducer.base import run_reducer  # noqa: E402
from reddwarf.utils.stats import calculate_comment_statistics  # noqa: E402


def drawn(path: str) -> dict[str, Any]:
    """Reduce, divide into the best of two to five groups, and count each statement in each group."""
    told = np.load(path)
    votes, given = pd.DataFrame(told["votes"]), told["groups"]
    start = time.process_time()
    points, _statements, model = run_reducer(votes.to_numpy(), reducer="pca", n_components=2)
    _count, _score, best = find_best_kmeans(points, k_bounds=[2, 5], random_state=1)
    calculate_comment_statistics(votes, cluster_labels=list(best.labels_))
    seconds = time.process_time() - start
    answered, of_kind, shares, *_rest = calculate_comment_statistics(votes, cluster_labels=list(given))
    return {
        "seconds": seconds,
        "directions": np.asarray(model.components_).tolist(),
        "answered": np.asarray(answered).tolist(),
        "of_kind": np.asarray(of_kind).tolist(),
        "shares": np.asarray(shares).tolist(),
    }


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(drawn(line.strip())), flush=True)  # noqa: T201 -- how it answers
