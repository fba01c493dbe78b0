-- notice-settings.find, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer, boolean, integer, integer, integer, text, jsonb
select s.school_id as "schoolId", s.version, s.paused, s.quiet_from as "quietFrom", s.quiet_until as "quietUntil",
    s.per_hour as "perHour", s.language, s.recipients from notice_setting s where s.school_id = any($1::uuid[])
