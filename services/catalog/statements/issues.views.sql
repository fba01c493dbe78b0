-- issues.views, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, uuid, text, text, text, text, integer, text, text, text, text, integer, integer, uuid, text, text, text
select i.id, i.title_id as "serialId", t.title, s.kind, s.postal_code as "postalCode", s.issn, i.year, i.label,
  i.due_on::text as "dueOn", i.missing_from::text as "missingFrom", e.shelf_order as "shelfOrder",
  case when i.first is null then coalesce(c.copies, 0) else coalesce(e.copies, 0) end as expected,
  coalesce(c.copies, 0) as received, c.id as "receiptId", c.received_on::text as "receivedOn",
  c.processed_on::text as "processedOn", c.displayed_on::text as "displayedOn" from serial_issue i join serial s on s.title_id = i.title_id
  join title t on t.id = i.title_id left join lateral (
    select nullif(coalesce(o.copies, 0) + coalesce(p.copies, 0), 0)::int as copies, o.copies as library, o.shelf_order
    from (
      select sum(l.copies)::int as copies, min(l.shelf_order) as shelf_order
      from subscription_round r join subscription_line l on l.round_id = r.id
      where r.school_id = $1 and r.year = i.year and r.status = 'approved' and l.title_id = i.title_id
        and l.verdict = 'accept') o,
      (select sum(p.copies)::int as copies from personal_subscription p
       where p.school_id = $1 and p.title_id = i.title_id and i.due_on between p.starts_on and p.ends_on) p) e on true
  left join serial_receipt c on c.issue_id = i.id and c.school_id = $1 where i.id = any($2::uuid[]) and (e.copies is not null or c.id is not null)
