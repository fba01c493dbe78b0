-- mandates.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text
select id, year, withdrawn_on::text as "withdrawnOn" from serial_mandate where id = $1 for update
