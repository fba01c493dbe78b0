-- notice-settings.keep, written by `npm run emit`
-- takes uuid, integer, boolean, integer, integer, integer, text, jsonb, date, text
-- gives nothing
insert into notice_setting (school_id, version, paused, quiet_from, quiet_until, per_hour, language, recipients, changed_on, changed_by)
   values ($1, $2, $3, $4,
     $5, $6, $7,
     $8::jsonb, $9, $10)
   on conflict (school_id) do update set version = excluded.version, paused = excluded.paused, quiet_from = excluded.quiet_from,
     quiet_until = excluded.quiet_until, per_hour = excluded.per_hour, language = excluded.language, recipients = excluded.recipients,
     changed_on = excluded.changed_on, changed_by = excluded.changed_by
