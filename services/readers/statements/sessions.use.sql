-- sessions.use, written by `npm run emit`
-- takes bytea, timestamp with time zone
-- gives uuid, uuid
update refresh_token t set used_at = $2 from session s
   where t.hash = $1 and s.id = t.session_id and t.used_at is null and t.expires_at > $2 and s.revoked_at is null
   returning s.id, s.account_id
