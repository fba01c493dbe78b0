-- sessions.revoke, written by `npm run emit`
-- takes bytea, timestamp with time zone
-- gives integer
update session s set revoked_at = $2 from refresh_token t
   where t.hash = $1 and s.id = t.session_id and t.used_at is not null and s.revoked_at is null returning 1
