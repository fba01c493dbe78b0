-- pupil-books.viewOf, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, uuid, text, text, integer, text, boolean, text, uuid, text, text, text[], text, uuid, text, integer, text, text, text, json
select b.id, b.version, b.school_id as "schoolId", b.reader_id as "readerId", b.review_id as "reviewId", r.name,
    r.isbn, b.price_fen as "priceFen", b.bought_on::text as "boughtOn", b.book_handed_in as "bookHandedIn",
    b.invoice_number as "invoiceNumber", b.note_id as "noteId", b.paper_reason as "paperReason",
    b.paper_confirmed_on::text as "paperConfirmedOn",
    array_remove(array[case when not b.book_handed_in then 'book' end, case when b.invoice_number is null then 'invoice' end,
      case when b.note_id is null and b.paper_reason is null then 'reflection' end], null) as "partsMissing",
    b.status, b.delivery_id as "deliveryId", d.status as "deliveryStatus", d.first_accession_number as "accessionNumber",
    b.entered_on::text as "enteredOn", b.paid_on::text as "paidOn", b.receipt_number as "receiptNumber", h.trail
  from pupil_book b
  join suitability_review r on r.id = b.review_id
  left join delivery d on d.id = b.delivery_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'remark', p.remark)
      order by p.version), '[]') as trail
    from pupil_book_step p where p.pupil_book_id = b.id) h where b.id = $1
