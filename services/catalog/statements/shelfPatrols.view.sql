-- shelfPatrols.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, text, text, integer, integer, integer
select p.id, p.school_id as "schoolId", p.location_id as "locationId", l.path as location,
    p.walked_on::text as "walkedOn", p.walked_by as "walkedBy", p.entered_by as "enteredBy", p.note, p.scanned,
    f.misplaced, f.put_right as "putRight"
  from shelf_patrol p join location l on l.id = p.location_id
  cross join lateral (
    select count(*)::int as misplaced, count(f.put_right_on)::int as put_right
    from shelf_patrol_finding f where f.patrol_id = p.id) f where p.id = $1
