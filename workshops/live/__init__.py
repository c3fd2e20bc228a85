# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The live channel: server-sent events that say only "this topic changed, version n"."""
