-- loan.override, written by `npm run emit`
-- takes uuid, text, timestamp with time zone, text[], text[]
-- gives nothing
insert into desk_override (loan_id, code, reason, overridden_by, overridden_at)
   select $1, o.code, o.reason, $2, $3 from unnest($4::text[], $5::text[]) as o(code, reason)
