-- bindings.run, written by `npm run emit`
-- takes uuid, date, uuid, integer, integer
-- gives uuid, text, text, integer, integer, integer, integer, integer, text[], text, text, date, boolean, boolean, uuid, text, text, integer
select * from (
  select r.*, r.received = r.issues as complete, r."endsOn" < $2::date as ended,
    b.id as "bindingId", b.bound_on::text as "boundOn", b.incomplete_reason as "incompleteReason",
    coalesce((select count(*)::int from serial_bound_volume x where x.binding_id = b.id), 0) as volumes
  from (
    select i.title_id as "serialId", t.title, s.kind, i.year, case when s.kind = 'newspaper' then extract(month from i.due_on)::int else 0 end as month,
      count(*)::int as issues, count(c.id)::int as received, coalesce(min(least(c.copies, e.library)), 0)::int as copies,
      coalesce(array_agg(i.label order by i.first) filter (where c.id is null), '{}') as missing,
      (array_agg(i.label order by i.first))[1] as "firstLabel", (array_agg(i.label order by i.first desc))[1] as "lastLabel",
      case when s.kind = 'newspaper' then (date_trunc('month', min(i.due_on)) + interval '1 month - 1 day')::date
        else make_date(i.year, 12, 31) end as "endsOn"
    from serial_issue i join serial s on s.title_id = i.title_id join title t on t.id = i.title_id left join lateral (
    select nullif(coalesce(o.copies, 0) + coalesce(p.copies, 0), 0)::int as copies, o.copies as library, o.shelf_order
    from (
      select sum(l.copies)::int as copies, min(l.shelf_order) as shelf_order
      from subscription_round r join subscription_line l on l.round_id = r.id
      where r.school_id = $1 and r.year = i.year and r.status = 'approved' and l.title_id = i.title_id
        and l.verdict = 'accept') o,
      (select sum(p.copies)::int as copies from personal_subscription p
       where p.school_id = $1 and p.title_id = i.title_id and i.due_on between p.starts_on and p.ends_on) p) e on true
    left join serial_receipt c on c.issue_id = i.id and c.school_id = $1
    where i.first is not null and e.library is not null and i.title_id = $3 and i.year = $4
    group by i.title_id, t.title, s.kind, i.year, case when s.kind = 'newspaper' then extract(month from i.due_on)::int else 0 end) r
  left join serial_binding b on b.school_id = $1 and b.title_id = r."serialId" and b.year = r.year and b.month = r.month) r where r.month = $5
