import { takenAt } from '../check-in/issue.row.js';

/** Issues of a school that are missing on a day, or were claimed: one line each. */
export const missingAt = (
  school: string,
  today: string,
): string => `select i.id as "issueId", i.title_id as "serialId", t.title, s.kind,
    s.postal_code as "postalCode", i.year, i.label, i.due_on::text as "dueOn", i.missing_from::text as "missingFrom",
    case when k.ended_on is null then greatest(e.copies - coalesce(c.copies, 0), 0) else k.copies end as copies,
    coalesce(k.state, 'missing') as state, k.id as "claimId", v.name as vendor, k.claimed_on::text as "claimedOn",
    k.last_claimed_on::text as "lastClaimedOn", coalesce(k.times, 0) as times, k.ended_on::text as "endedOn",
    k.refund_fen as "refundFen", k.note
  from serial_issue i join serial s on s.title_id = i.title_id join title t on t.id = i.title_id ${takenAt(school)}
  left join serial_receipt c on c.issue_id = i.id and c.school_id = ${school}
  left join serial_claim k on k.issue_id = i.id and k.school_id = ${school}
  left join vendor v on v.id = k.vendor_id
  where i.first is not null and e.copies is not null
    and (k.id is not null or (i.missing_from <= ${today}::date and coalesce(c.copies, 0) < e.copies))`;
