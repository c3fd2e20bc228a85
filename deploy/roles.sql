-- SPDX-FileCopyrightText: 2026 The Draagvlak contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Run once, as a superuser of PostgreSQL:
--   psql -v owner_password=... -v site_password=... -f deploy/roles.sql postgres
-- Migrations run as the owner. The site, the workers and the scheduler run as a role that owns nothing, so that it cannot
-- drop the triggers that keep the journal and the ballots as they were, nor empty a table.
CREATE ROLE draagvlak_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE draagvlak_site LOGIN PASSWORD :'site_password';
CREATE DATABASE draagvlak OWNER draagvlak_owner;
\connect draagvlak
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO draagvlak_owner;
GRANT USAGE ON SCHEMA public TO draagvlak_site;
ALTER DEFAULT PRIVILEGES FOR ROLE draagvlak_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO draagvlak_site;
ALTER DEFAULT PRIVILEGES FOR ROLE draagvlak_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO draagvlak_site;
