-- deliveries.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, uuid, text, text, text, text, text, text, text, text, text, text, integer, integer, integer, integer, double precision, integer, integer, integer
select d.id, d.version, d.school_id as "schoolId", d.source, d.order_id as "orderId", o.name as "order",
    coalesce(v.name, c.vendor) as vendor, d.origin, d.campaign, d.document_number as "documentNumber", d.arrived_on::text as "arrivedOn",
    d.remark, d.status, d.settled_on::text as "settledOn", d.reason,
    d.first_accession_number as "firstAccessionNumber", d.last_accession_number as "lastAccessionNumber",
    s.titles, s.received, s.fen, s.short, s.damaged, s.wrong
  from delivery d
  left join purchase_order o on o.id = d.order_id
  left join vendor v on v.id = o.vendor_id
  left join central_purchase c on c.id = o.central_purchase_id
  cross join lateral (
    select (count(distinct coalesce(l.title_id, l.review_id)) filter (where l.received > 0))::int as titles,
      coalesce(sum(l.received), 0)::int as received,
      coalesce(sum(l.received::bigint * l.unit_price_fen), 0)::float8 as fen, coalesce(sum(l.short), 0)::int as short,
      coalesce(sum(l.damaged), 0)::int as damaged, coalesce(sum(l.wrong), 0)::int as wrong
    from delivery_line l where l.delivery_id = d.id) s where d.id = $1
