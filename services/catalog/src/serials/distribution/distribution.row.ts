/** An issue that came, for everyone who has subscribed on its day: `p`, `i`, its receipt `c`. */
export const PERSONAL_ISSUES = `from personal_subscription p
  join serial_issue i on i.title_id = p.title_id and i.due_on between p.starts_on and p.ends_on
  join serial_receipt c on c.issue_id = i.id and c.school_id = p.school_id`;
/** An issue that came, for each office that gets copies: `a`, `i`, its receipt `c`. */
export const OFFICE_ISSUES = `from serial_allotment a join serial_issue i on i.title_id = a.title_id and i.year = a.year
  join serial_receipt c on c.issue_id = i.id and c.school_id = a.school_id`;
export const PERSONAL_COLUMNS = `p.id, p.reader_id as "readerId", p.class_id as "classId", p.title_id as "serialId", t.title, s.kind,
  p.copies, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn"`;
