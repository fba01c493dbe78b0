-- workReports.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, text, text, integer, text, text, text, text, integer
select r.id, r.school_id as "schoolId", r.kind, r.from_day::text as "from", r.as_of::text as "asOf",
    r.to_whom as "toWhom", r.words, r.sent_on::text as "sentOn", r.sent_by as "sentBy", r.sent_on - r.as_of as "daysAfter", r.status,
    r.settled_on::text as "settledOn", r.settled_by as "settledBy", r.remark, jsonb_array_length(r.lines) as lines
  from work_report r where r.id = $1
