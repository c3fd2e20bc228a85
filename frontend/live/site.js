// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** What every page gets on top of plain HTML; each part does nothing where its data attribute is absent. */
