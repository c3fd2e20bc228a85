#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Run once by the database container, when it makes its cluster.
set -eu
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 \
    --set owner_password="$OWNER_PASSWORD" --set site_password="$SITE_PASSWORD" \
    --file /deploy/roles.sql postgres
