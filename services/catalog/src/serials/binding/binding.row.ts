import { takenAt } from '../check-in/issue.row.js';

/** Newspapers by month, periodicals by year. */
export const MONTH = `case when s.kind = 'newspaper' then extract(month from i.due_on)::int else 0 end`;

/** The runs of a school: what belongs into one volume, and what of it is there, without what readers took for themselves. `where` narrows the issues. */
export const runsAt = (school: string, today: string, where: string): string => `
  select r.*, r.received = r.issues as complete, r."endsOn" < ${today}::date as ended,
    b.id as "bindingId", b.bound_on::text as "boundOn", b.incomplete_reason as "incompleteReason",
    coalesce((select count(*)::int from serial_bound_volume x where x.binding_id = b.id), 0) as volumes
  from (
    select i.title_id as "serialId", t.title, s.kind, i.year, ${MONTH} as month,
      count(*)::int as issues, count(c.id)::int as received, coalesce(min(least(c.copies, e.library)), 0)::int as copies,
      coalesce(array_agg(i.label order by i.first) filter (where c.id is null), '{}') as missing,
      (array_agg(i.label order by i.first))[1] as "firstLabel", (array_agg(i.label order by i.first desc))[1] as "lastLabel",
      case when s.kind = 'newspaper' then (date_trunc('month', min(i.due_on)) + interval '1 month - 1 day')::date
        else make_date(i.year, 12, 31) end as "endsOn"
    from serial_issue i join serial s on s.title_id = i.title_id join title t on t.id = i.title_id ${takenAt(school)}
    left join serial_receipt c on c.issue_id = i.id and c.school_id = ${school}
    where i.first is not null and e.library is not null and ${where}
    group by i.title_id, t.title, s.kind, i.year, ${MONTH}) r
  left join serial_binding b on b.school_id = ${school} and b.title_id = r."serialId" and b.year = r.year and b.month = r.month`;
