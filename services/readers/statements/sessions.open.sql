-- sessions.open, written by `npm run emit`
-- takes uuid, timestamp with time zone
-- gives uuid, timestamp with time zone, timestamp with time zone
select s.id, s.started_at as "startedAt", coalesce(s.last_at, s.started_at) as "lastAt" from session s
   where s.account_id = $1 and s.revoked_at is null
     and exists (select from refresh_token t where t.session_id = s.id and t.used_at is null and t.expires_at > $2)
   order by 3 desc, s.id limit 200
