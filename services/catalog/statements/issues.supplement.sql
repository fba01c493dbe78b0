-- issues.supplement, written by `npm run emit`
-- takes uuid, uuid, integer, text, date
-- gives uuid
insert into serial_issue as i (id, title_id, year, label, due_on, missing_from) values ($1, $2, $3, $4, $5, $5)
   on conflict on constraint serial_issue_once do update set label = excluded.label returning i.id
