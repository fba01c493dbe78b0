-- delegations.add, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, text, text[], timestamp with time zone, timestamp with time zone, timestamp with time zone
-- gives nothing
insert into delegation (id, school_id, from_account_id, to_account_id, role, operations, starts_at, ends_at, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
