/** A patrol `p` with the figures of its findings, kept small: a shelf is scanned a thousand at a time at most. */
export const PATROL_VIEW = `select p.id, p.school_id as "schoolId", p.location_id as "locationId", l.path as location,
    p.walked_on::text as "walkedOn", p.walked_by as "walkedBy", p.entered_by as "enteredBy", p.note, p.scanned,
    f.misplaced, f.put_right as "putRight"
  from shelf_patrol p join location l on l.id = p.location_id
  cross join lateral (
    select count(*)::int as misplaced, count(f.put_right_on)::int as put_right
    from shelf_patrol_finding f where f.patrol_id = p.id) f`;

/** A finding `f` with its copy `c`, and the copy `b` it belongs behind. */
export const FINDING_VIEW = `select f.position, f.barcode, f.copy_id as "copyId", f.finding, c.call_number as "callNumber", t.title,
    coalesce(l.path, c.location) as "belongsIn", b.barcode as "behindBarcode", b.call_number as "behindCallNumber",
    c.stock_state as "stockState", f.put_right_on::text as "putRightOn", f.put_right_by as "putRightBy"
  from shelf_patrol_finding f left join copy c on c.id = f.copy_id left join title t on t.id = c.title_id
  left join location l on l.id = c.location_id left join copy b on b.id = f.behind_id`;
