-- known-session.know, written by `npm run emit`
-- takes integer, jsonb
-- gives nothing
insert into known_session as k (session_id, school_id, room_id, kind, class_id, on_day, starts, ends, status, version)
   select s."sessionId", s."schoolId", s."roomId", s.kind, s."classId", s."on", s."from", s."to", s.status, $1::int
   from jsonb_to_record($2::jsonb) as s("sessionId" uuid, "schoolId" uuid, "roomId" uuid, kind text, "classId" uuid, "on" date,
     "from" text, "to" text, status text)
   on conflict (session_id) do update set room_id = excluded.room_id, kind = excluded.kind, class_id = excluded.class_id,
     on_day = excluded.on_day, starts = excluded.starts, ends = excluded.ends, status = excluded.status,
     version = excluded.version
   where k.version < excluded.version
