-- known-visit.count, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], uuid[], date[], uuid[], text[], uuid[], integer[], integer[]
-- gives uuid
insert into known_visit (visit_id, school_id, taken_back, room_id, session_id, on_day, reader_id, reader_kind, class_id,
       persons, minutes, version)
     select visit_id, school_id, false, room_id, session_id, on_day, reader_id, reader_kind, class_id, persons, minutes, 1
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::uuid[], $7::text[], $8::uuid[], $9::int[], $10::int[]) as t(visit_id, school_id, room_id, session_id, on_day, reader_id, reader_kind, class_id, persons, minutes)
     order by visit_id
     on conflict (visit_id) do nothing returning visit_id as "visitId"
