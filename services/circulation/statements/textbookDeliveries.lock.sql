-- textbookDeliveries.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, integer
select d.id, d.school_id as "schoolId", d.term_id as "termId", d.order_id as "orderId", d.supplier, d.how,
  d.expected_on::text as "expectedOn", d.arrived_on::text as "arrivedOn", d.status, d.contact, d.note, d.version from textbook_delivery d where d.id = $1 for update
