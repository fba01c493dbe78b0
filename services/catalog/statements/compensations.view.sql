-- compensations.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, integer, text, text, text, integer, text, integer, text, text, text, text, integer, integer, text, uuid, text, integer, integer
select k.id, k.school_id as "schoolId", k.owed_on::text as "owedOn", k.copy_id as "copyId",
    c.accession_number as "accessionNumber", c.barcode, c.call_number as "callNumber", t.title,
    k.owed_fen as "owedFen", k.how, k.amount_fen as "amountFen", k.settled_on::text as "settledOn", case
    when z.compensation_id is not null then
      case when k.how is null then 'owed-again' when z.replacement_id is not null then 'replaced' else 'closed' end
    when k.how is null then 'owed'
    when exists (select from known_compensation n where n.copy_id = k.copy_id and (n.owed_on, n.id) > (k.owed_on, k.id))
      then 'came-back'
    when c.stock_state = 'withdrawn' then
      case when c.withdrawal_reason in ('lost', 'lost-and-paid') then 'to-close' else 'came-back' end
    when c.lending <> 'lost' then 'came-back'
    else 'to-close' end as standing,
    z.closed_on::text as "closedOn", z.closed_by as "closedBy", w.number as "withdrawalLine", -w.fen as "withdrawnFen",
    b.document_number as "documentNumber", z.replacement_id as "replacementId", r.barcode as "replacementBarcode",
    r.accession_number as "replacementNumber", r.price_fen as "replacementFen"
  from known_compensation k join copy c on c.id = k.copy_id
  left join compensation_closing z on z.compensation_id = k.id
  join title t on t.id = c.title_id
  left join register_line w on w.copy_id = z.copy_id and w.kind = 'withdrawal'
  left join register_batch b on b.school_id = w.school_id and b.number = w.batch
  left join copy r on r.id = z.replacement_id where k.id = $1
