-- notice-settings.setWebhook, written by `npm run emit`
-- takes uuid, bytea, bytea, text, text, text, date, text
-- gives nothing
insert into notice_webhook (school_id, url, secret, key_id, host, shape, set_on, set_by)
   values ($1, $2, $3, $4,
     $5, $6, $7, $8)
   on conflict (school_id) do update set url = excluded.url, secret = excluded.secret, key_id = excluded.key_id, host = excluded.host,
     shape = excluded.shape, set_on = excluded.set_on, set_by = excluded.set_by
