-- notice-templates.find, written by `npm run emit`
-- takes uuid, text, text, text
-- gives uuid, text, text, text, text, text, integer, text
select t.school_id as "schoolId", t.kind, t.recipient, t.language, t.subject, t.body, t.version,
    t.changed_on::text as "changedOn"
  from notice_template t where t.school_id = $1 and t.kind = $2
    and t.recipient = $3 and t.language = $4
