-- claims.claim, written by `npm run emit`
-- takes uuid, jsonb, date, uuid, text, text
-- gives uuid
insert into serial_claim as k (id, school_id, issue_id, copies, vendor_id, note, claimed_on, last_claimed_on, claimed_by)
   select w.id, $1, m."issueId", m.copies,
     coalesce($4::uuid, (select r.vendor_id from subscription_round r where r.school_id = $1 and r.year = m.year)), $5, $3, $3, $6
   from (select i.id as "issueId", i.title_id as "serialId", t.title, s.kind,
    s.postal_code as "postalCode", i.year, i.label, i.due_on::text as "dueOn", i.missing_from::text as "missingFrom",
    case when k.ended_on is null then greatest(e.copies - coalesce(c.copies, 0), 0) else k.copies end as copies,
    coalesce(k.state, 'missing') as state, k.id as "claimId", v.name as vendor, k.claimed_on::text as "claimedOn",
    k.last_claimed_on::text as "lastClaimedOn", coalesce(k.times, 0) as times, k.ended_on::text as "endedOn",
    k.refund_fen as "refundFen", k.note
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
  left join serial_claim k on k.issue_id = i.id and k.school_id = $1
  left join vendor v on v.id = k.vendor_id
  where i.first is not null and e.copies is not null
    and (k.id is not null or (i.missing_from <= $3::date and coalesce(c.copies, 0) < e.copies))) m
   join jsonb_to_recordset($2::jsonb) as w(id uuid, "issueId" uuid) on w."issueId" = m."issueId"
   where m.state in ('missing', 'claimed') and m.copies > 0 order by m."issueId"
   on conflict on constraint serial_claim_once do update set times = k.times + 1, last_claimed_on = excluded.last_claimed_on,
     copies = excluded.copies, vendor_id = excluded.vendor_id, note = coalesce(excluded.note, k.note)
     where k.state = 'claimed'
   returning issue_id as id
