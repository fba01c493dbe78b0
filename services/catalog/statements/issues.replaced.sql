-- issues.replaced, written by `npm run emit`
-- takes uuid, uuid[], date, text
-- gives nothing
update serial_claim k set state = 'replaced', ended_on = $3, ended_by = $4
   from serial_issue i left join lateral (
    select nullif(coalesce(o.copies, 0) + coalesce(p.copies, 0), 0)::int as copies, o.copies as library, o.shelf_order
    from (
      select sum(l.copies)::int as copies, min(l.shelf_order) as shelf_order
      from subscription_round r join subscription_line l on l.round_id = r.id
      where r.school_id = $1 and r.year = i.year and r.status = 'approved' and l.title_id = i.title_id
        and l.verdict = 'accept') o,
      (select sum(p.copies)::int as copies from personal_subscription p
       where p.school_id = $1 and p.title_id = i.title_id and i.due_on between p.starts_on and p.ends_on) p) e on true join serial_receipt c on c.issue_id = i.id and c.school_id = $1
   where k.school_id = $1 and k.issue_id = i.id and i.id = any($2::uuid[]) and k.state = 'claimed' and c.copies >= e.copies
