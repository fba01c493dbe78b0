-- rotation.next-of-classes, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer
insert into class_rotation as c (class_id, version) select id, 1 from unnest($1::uuid[]) as id order by id
   on conflict (class_id) do update set version = c.version + 1
   returning class_id as "classId", version
