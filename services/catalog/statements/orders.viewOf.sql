-- orders.viewOf, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, uuid, text, uuid, text, jsonb, text, text, integer, integer, double precision, integer, integer, json
select o.id, o.version, o.school_id as "schoolId", o.name, o.vendor_id as "vendorId", coalesce(v.name, c.vendor) as vendor,
    o.central_purchase_id as "centralPurchaseId",
    o.survey, o.survey_figures as "surveyFigures", o.status, o.created_on::text as "createdOn", s.titles, s.volumes, s.fen, s.arriving, s.accepted, h.trail
  from purchase_order o
  left join vendor v on v.id = o.vendor_id
  left join central_purchase c on c.id = o.central_purchase_id
  cross join lateral (
    select count(distinct l.review_id)::int as titles, coalesce(sum(l.quantity), 0)::int as volumes,
      coalesce(sum(l.quantity::bigint * l.unit_price_fen), 0)::float8 as fen,
      coalesce(sum(l.arriving), 0)::int as arriving, coalesce(sum(l.accepted), 0)::int as accepted
    from purchase_order_line l where l.order_id = o.id) s
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'remark', p.remark)
      order by p.version), '[]') as trail
    from purchase_order_step p where p.order_id = o.id) h where o.id = $1
