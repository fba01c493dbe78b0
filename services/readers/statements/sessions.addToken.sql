-- sessions.addToken, written by `npm run emit`
-- takes bytea, uuid, timestamp with time zone
-- gives nothing
insert into refresh_token (hash, session_id, expires_at) values ($1, $2, $3)
