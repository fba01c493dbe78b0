-- central-purchases.dispatch, written by `npm run emit`
-- takes uuid, uuid[], uuid[], uuid[], date, text, text, integer
-- gives nothing
with share as (
     select s.*, row_number() over (order by s.school_id, s.number) as at
     from central_purchase_share s where s.purchase_id = $1
   ), placed as (
     select share.school_id, share.volumes, i.id as review_id, o.id as order_id, l.*
     from share
     join unnest($2::uuid[]) with ordinality as i(id, at) on i.at = share.at
     join unnest($3::uuid[], $4::uuid[]) as o(id, for_school) on o.for_school = share.school_id
     join central_purchase_line l on l.purchase_id = $1 and l.number = share.number
   ), reviews as (
     insert into suitability_review (id, school_id, title_id, isbn, name, name_key, contributor, publisher, clc, verdict,
       audience, first_grade, last_grade, reviewer, reviewed_on, reviewed_by)
     select review_id, school_id, title_id, isbn, name, name_key, contributor, publisher, clc, 'suitable', audience,
       first_grade, last_grade, reviewer, $5::date, $6 from placed
   ), orders as (
     insert into purchase_order (id, version, school_id, name, status, created_on, next_line, central_purchase_id)
     select o.id, 1, o.for_school, $7, 'approved', $5::date, $8, $1
     from unnest($3::uuid[], $4::uuid[]) as o(id, for_school)
   )
   insert into purchase_order_line (order_id, number, review_id, kind, quantity, unit_price_fen)
   select order_id, number, review_id, kind, volumes, unit_price_fen from placed
