-- textbookDeliveries.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, integer, integer, integer, integer, integer, integer
select d.id, d.school_id as "schoolId", d.term_id as "termId", d.order_id as "orderId", d.supplier, d.how,
  d.expected_on::text as "expectedOn", d.arrived_on::text as "arrivedOn", d.status, d.contact, d.note, d.version, s.*
  from textbook_delivery d cross join lateral (
    select count(*)::int as textbooks, coalesce(sum(l.expected), 0)::int as expected, coalesce(sum(l.delivered), 0)::int as delivered,
      coalesce(sum(l.unusable), 0)::int as unusable, count(*) filter (where (l.delivered - l.unusable <> l.expected or l.unusable > 0))::int as differences
    from textbook_delivery_line l where l.delivery_id = d.id) s where d.id = $1
