-- book-box.copies, written by `npm run emit`
-- takes uuid
-- gives text, uuid, text, text, text, text, text, boolean, boolean
select c.packed::text as packed, c.copy_id as "copyId", k.barcode as "copyBarcode", kt.title,
    k.call_number as "callNumber", lc.state as "lendingState", k.stock_state as "stockState",
    case when x.manifest_id is null then lc.state = 'in'
      else exists (select from block_line l join block_manifest m on m.id = l.manifest_id
        where l.loan_id = lc.loan_id and m.target_id = x.id) end as "inBox",
    lc.state = 'in' and k.stock_state = 'lendable' and k.kind <> 'reference'
      and coalesce((select t.waiting = 0 from title_queue t where t.title_id = k.title_id), true) as "liesFree"
  from book_box_copy c join book_box x on x.id = c.box_id join known_copy k on k.copy_id = c.copy_id
  join lent_copy lc on lc.copy_id = c.copy_id left join known_title kt on kt.title_id = k.title_id where c.box_id = $1 order by c.packed
