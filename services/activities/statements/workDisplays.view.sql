-- workDisplays.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, text, text, text, text, integer
select d.id, d.school_id as "schoolId", d.contest_id as "contestId", d.name, d.place,
    d.shows_from::text as "showsFrom", d.shows_until::text as "showsUntil", d.status, d.reason, d.made_on::text as "madeOn",
    (select count(*)::int from work_display_item i where i.display_id = d.id and not i.withdrawn) as works
  from work_display d where d.id = $1
