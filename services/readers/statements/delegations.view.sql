-- delegations.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, text, uuid, text, text, text[], timestamp with time zone, timestamp with time zone, timestamp with time zone, timestamp with time zone, boolean
select d.id, d.school_id as "schoolId", s.name as "schoolName",
    d.from_account_id as "fromAccountId", f.username as "fromUsername", d.to_account_id as "toAccountId",
    t.username as "toUsername", d.role, d.operations, d.starts_at as "startsAt", d.ends_at as "endsAt", d.made_at as "madeAt",
    d.revoked_at as "revokedAt",
    d.revoked_at is null and clock_timestamp() >= d.starts_at and clock_timestamp() < d.ends_at as holds
  from delegation d join school s on s.id = d.school_id join account f on f.id = d.from_account_id
    join account t on t.id = d.to_account_id where d.id = $1
