-- notice-templates.keep, written by `npm run emit`
-- takes uuid, text, text, text, text, text, integer, date, text
-- gives nothing
insert into notice_template (school_id, kind, recipient, language, subject, body, version, changed_on, changed_by)
   values ($1, $2, $3, $4,
     $5, $6, $7, $8, $9)
   on conflict (school_id, kind, recipient, language) do update set subject = excluded.subject, body = excluded.body,
     version = excluded.version, changed_on = excluded.changed_on, changed_by = excluded.changed_by
