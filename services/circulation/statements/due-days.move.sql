-- due-days.move, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], date[]
-- gives nothing
with moved as (
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[]) as m(loan_id, copy_id, borrower_id, due_on)
   ), loans as (
     update loan l set due_on = m.due_on from moved m where l.id = m.loan_id
   ), copies as (
     update lent_copy c set version = c.version + 1 from moved m where c.copy_id = m.copy_id
   )
   update borrower b set version = b.version + 1, open_dues = array(
     select coalesce(m.due_on, o.due_on)
     from unnest(b.open_loan_ids, b.open_dues) with ordinality as o(loan_id, due_on, place)
     left join moved m on m.loan_id = o.loan_id order by o.place)
   where b.borrower_id in (select borrower_id from moved)
