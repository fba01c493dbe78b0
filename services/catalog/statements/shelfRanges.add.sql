-- shelfRanges.add, written by `npm run emit`
-- takes uuid, uuid, text[], text[], text[], text[]
-- gives nothing
insert into shelf_range (location_id, number, school_id, from_class, to_class, directions_zh, directions_en)
   select $1, n.at, $2, n.from_class, n.to_class, n.zh, n.en
   from unnest($3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as n (from_class, to_class, zh, en, at)
