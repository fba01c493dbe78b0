-- central-purchases.viewOf, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, text, text, text, text, integer, integer, double precision, integer, integer, integer, integer, double precision
select p.id, p.version, p.name, p.vendor, p.document_number as "documentNumber", p.status,
    p.created_on::text as "createdOn", p.dispatched_on::text as "dispatchedOn", p.reason, s.titles, s.volumes, s.fen,
    h.shared, h.schools, coalesce(o.arriving, 0) as arriving, coalesce(o.accepted, 0) as accepted,
    coalesce(o.accepted_fen, 0)::float8 as "acceptedFen"
  from central_purchase p
  cross join lateral (
    select count(*)::int as titles, coalesce(sum(l.quantity), 0)::int as volumes,
      coalesce(sum(l.quantity::bigint * l.unit_price_fen), 0)::float8 as fen
    from central_purchase_line l where l.purchase_id = p.id) s
  cross join lateral (
    select coalesce(sum(c.volumes), 0)::int as shared, count(distinct c.school_id)::int as schools
    from central_purchase_share c where c.purchase_id = p.id) h
  left join lateral (
    select sum(l.arriving)::int as arriving, sum(l.accepted)::int as accepted,
      sum(l.accepted::bigint * l.unit_price_fen) as accepted_fen
    from purchase_order r join purchase_order_line l on l.order_id = r.id
    where r.central_purchase_id = p.id) o on true where p.id = $1
