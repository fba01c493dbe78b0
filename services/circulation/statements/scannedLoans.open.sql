-- scannedLoans.open, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, text, text
select l.id, kt.title, k.barcode as "copyBarcode", l.due_on::text as "dueOn",
     case when l.due_on < $2::date then 'overdue' else 'open' end as status
   from borrower b cross join lateral unnest(b.open_loan_ids) as o(id) join loan l on l.id = o.id
   left join known_copy k on k.copy_id = l.copy_id left join known_title kt on kt.title_id = l.title_id
   where b.borrower_id = $1 order by l.due_on, l.id
