/** Days of `borrowed`: `$2` and `$3`, else the term of today (`$4`) up to today. A corner `c` of the school `$1`. */
export const CORNER_VIEW = `select c.id, c.school_id as "schoolId", c.kind, c.class_id as "classId", c.grade, c.name, c.place,
    c.reader_id as "readerId", stands.copies, stands.overdue, lent.borrowed, c.target, lent.borrowed >= c.target as reached,
    c.closed, c.version
  from book_corner c
  cross join lateral (
    select count(*)::int as copies, (count(*) filter (where n.due_on < $4::date))::int as overdue
    from borrower b cross join unnest(b.block_ids) as block(loan_id)
    join block_line l on l.loan_id = block.loan_id join block_manifest m on m.id = l.manifest_id and m.target_id = c.id
    join loan n on n.id = block.loan_id
    where b.borrower_id = c.class_id) stands
  cross join lateral (
    select coalesce(sum(m.copies - (select count(*) from block_line l where l.manifest_id = m.id and l.finding = 'missing')), 0)::int
      as borrowed
    from block_manifest m
    where m.target_id = c.id and m.state <> 'cancelled' and m.sent_on between
      coalesce($2::date, (select t.starts_on from known_term t
        where t.school_id = c.school_id and $4::date between t.starts_on and t.ends_on limit 1), '-infinity')
      and coalesce($3::date, $4::date)) lent`;
