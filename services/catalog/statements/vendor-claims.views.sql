-- vendor-claims.views, written by `npm run emit`
-- takes date, uuid[]
-- gives uuid, integer, uuid, uuid, text, text, uuid, integer, text, text, text, integer, double precision, text, text, text, integer, text, text, integer, text, uuid, text, json
select c.id, c.version, c.school_id as "schoolId", c.delivery_id as "deliveryId",
    d.document_number as "deliveryDocument", d.arrived_on::text as "arrivedOn", d.order_id as "orderId",
    c.line_number as "lineNumber", r.name, r.isbn, c.fault, c.volumes, (c.volumes::bigint * l.unit_price_fen)::float8 as fen,
    c.vendor, c.status, c.opened_on::text as "openedOn", coalesce(c.ended_on, $1::date) - c.opened_on as days, c.answer,
    c.outcome, c.amount_fen as "amountFen", c.document_number as "documentNumber", c.replacement_id as "replacementId",
    c.ended_on::text as "endedOn", h.trail
  from vendor_claim c
  join delivery d on d.id = c.delivery_id
  join delivery_line l on l.delivery_id = c.delivery_id and l.number = c.line_number
  join suitability_review r on r.id = l.review_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'note', p.note)
      order by p.version), '[]') as trail
    from vendor_claim_step p where p.claim_id = c.id) h where c.id = any($2::uuid[]) order by c.line_number, c.fault
