-- knownCompensations.keep, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into known_compensation as k (id, version, school_id, copy_id, owed_on, owed_fen, how, amount_fen, settled_on)
   select * from jsonb_to_recordset($1::jsonb) as t(id uuid, version int, "schoolId" uuid, "copyId" uuid, "owedOn" date,
     "owedFen" int, how text, fen int, "on" date)
   on conflict (id) do update set version = excluded.version, how = excluded.how, amount_fen = excluded.amount_fen,
     settled_on = excluded.settled_on, owed_fen = excluded.owed_fen
   where k.version < excluded.version
