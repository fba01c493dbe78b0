-- central-purchases.share, written by `npm run emit`
-- takes uuid, integer[], uuid[], integer[]
-- gives nothing
insert into central_purchase_share (purchase_id, number, school_id, volumes)
   select $1, s.number, s.school_id, s.volumes from unnest($2::int[], $3::uuid[], $4::int[]) as s(number, school_id, volumes)
