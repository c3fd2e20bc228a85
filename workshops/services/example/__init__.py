# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The worked example: one workshop on the minister's letter, with an invented council that voted twice."""

from workshops.services.example.figures import compute_figures, request_figures, request_studies
from workshops.services.example.loading import SLUG, Loaded, load_example

__all__ = [
    "SLUG",
    "Loaded",
    "compute_figures",
    "load_example",
    "request_figures",
    "request_studies",
]
