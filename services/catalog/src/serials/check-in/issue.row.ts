/**
 * What comes to a school of an issue `i`: the copies of its library, with the place on the rack, and what its readers have
 * subscribed to themselves; without copies: nothing.
 */
export const takenAt = (school: string): string => `left join lateral (
    select nullif(coalesce(o.copies, 0) + coalesce(p.copies, 0), 0)::int as copies, o.copies as library, o.shelf_order
    from (
      select sum(l.copies)::int as copies, min(l.shelf_order) as shelf_order
      from subscription_round r join subscription_line l on l.round_id = r.id
      where r.school_id = ${school} and r.year = i.year and r.status = 'approved' and l.title_id = i.title_id
        and l.verdict = 'accept') o,
      (select sum(p.copies)::int as copies from personal_subscription p
       where p.school_id = ${school} and p.title_id = i.title_id and i.due_on between p.starts_on and p.ends_on) p) e on true`;

/** An issue as a school sees it: `i`, its serial `s` and title `t`, what is taken of it `e`, and its receipt `c`. */
export const ISSUE_COLUMNS = `i.id, i.title_id as "serialId", t.title, s.kind, s.postal_code as "postalCode", s.issn, i.year, i.label,
  i.due_on::text as "dueOn", i.missing_from::text as "missingFrom", e.shelf_order as "shelfOrder",
  case when i.first is null then coalesce(c.copies, 0) else coalesce(e.copies, 0) end as expected,
  coalesce(c.copies, 0) as received, c.id as "receiptId", c.received_on::text as "receivedOn",
  c.processed_on::text as "processedOn", c.displayed_on::text as "displayedOn"`;
export const fromIssue = (
  school: string,
): string => `from serial_issue i join serial s on s.title_id = i.title_id
  join title t on t.id = i.title_id ${takenAt(school)}
  left join serial_receipt c on c.issue_id = i.id and c.school_id = ${school}`;
/** Those that the school waits for or has. */
export const OF_SCHOOL = `((e.copies is not null and i.first is not null) or c.id is not null)`;
