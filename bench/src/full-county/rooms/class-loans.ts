import type { Room } from './room.js';

/**
 * One loan in a hundred was made to a class, and of those that are still out one in four; loans of which the log still tells
 * stay as it tells them.
 */
export const classLoans: Room = {
  name: 'loans to classes',
  of: 'school',
  isFilled: `select exists (select from circulation.loan l join bench.place p on p.id = l.lending_school_id and p.n = $1
    where l.reader_id is null) as filled`,
  fill: [
    `create temporary table to_class (id uuid primary key, reader_id uuid, class_id uuid) on commit drop`,
    // None of the loans that have a reading note, and none of the lost: what is owed for those stays with a reader.
    `insert into pg_temp.to_class
     select id, reader_id, class_id from circulation.loan
     where lending_school_id = (select id from bench.place where n = $1) and reader_kind = 'student' and class_id is not null
       and loaned_on <= bench.today() - 30 and (closed_on is null or closed_on <= bench.today() - 30)
       and closed_how is distinct from 'lost' and (abs(hashtext(id::text)) % 100 = 7 or closed_on is null and abs(hashtext(id::text)) % 4 = 1)`,
    `analyze pg_temp.to_class`,
    `update circulation.loan l set reader_id = null, reader_kind = null, mode = 'collective',
       terms = '{"loanDays":30,"endsWithTerm":true,"whenClosed":"back-before","renewals":1}'
     from pg_temp.to_class t where t.id = l.id`,
    `update reporting.known_loan l set reader_id = null, reader_kind = 'class' from pg_temp.to_class t where t.id = l.loan_id`,
    `update circulation.borrower b set open_loans = coalesce(cardinality(l.ids), 0), open_loan_ids = coalesce(l.ids, '{}'),
       open_title_ids = coalesce(l.titles, '{}'), open_dues = coalesce(l.dues, '{}')
     from (
       select t.reader_id, array_agg(l.id order by l.id) filter (where l.id is not null) as ids,
              array_agg(l.title_id order by l.id) filter (where l.id is not null) as titles,
              array_agg(l.due_on order by l.id) filter (where l.id is not null) as dues
       from (select distinct reader_id from pg_temp.to_class) t
       left join circulation.loan l on l.reader_id = t.reader_id and l.closed_how is null
       group by 1) l
     where b.borrower_id = l.reader_id`,
    `update circulation.borrower b set version = b.version + l.events, open_loans = coalesce(cardinality(l.ids), 0),
       open_loan_ids = coalesce(l.ids, '{}'), open_title_ids = coalesce(l.titles, '{}'), open_dues = coalesce(l.dues, '{}')
     from (
       select t.class_id, (count(*) + count(l.closed_on))::int as events,
              array_agg(l.id order by l.id) filter (where l.closed_how is null) as ids,
              array_agg(l.title_id order by l.id) filter (where l.closed_how is null) as titles,
              array_agg(l.due_on order by l.id) filter (where l.closed_how is null) as dues
       from pg_temp.to_class t join circulation.loan l on l.id = t.id
       group by 1) l
     where b.borrower_id = l.class_id and b.kind = 'class'`,
  ],
  tables: ['circulation.loan', 'circulation.borrower', 'reporting.known_loan'],
};
