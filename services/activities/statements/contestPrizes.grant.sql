-- contestPrizes.grant, written by `npm run emit`
-- takes uuid, uuid, jsonb, date
-- gives uuid, integer, uuid, uuid, uuid, uuid, text
insert into contest_prize as p (id, version, contest_id, entry_id, school_id, reader_id, class_id, level, place, certificate, status,
     granted_on)
   select g.id, 1, $1, g."entryId", $2, g."readerId", g."classId", g.level, g.place, g.certificate, 'granted', $4
   from jsonb_to_recordset($3::jsonb) as g(id uuid, "entryId" uuid, "readerId" uuid, "classId" uuid, level text, place int,
     certificate text)
   on conflict (entry_id) do update set version = p.version + 1, level = excluded.level, place = excluded.place, status = 'granted',
     granted_on = excluded.granted_on
   returning id, version, contest_id as "contestId", school_id as "schoolId", reader_id as "readerId",
  class_id as "classId", level
