-- known-debts.keep, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into known_debt as k (id, version, reader_id, owed_fen, is_open)
   select * from jsonb_to_recordset($1::jsonb) as t(id uuid, version int, "readerId" uuid, "owedFen" int, "isOpen" boolean)
   on conflict (id) do update set version = excluded.version, reader_id = excluded.reader_id,
     owed_fen = excluded.owed_fen, is_open = excluded.is_open
   where k.version < excluded.version
