-- known-compensation.know, written by `npm run emit`
-- takes uuid[], uuid[], date[], bigint[], text[], bigint[], date[], integer[]
-- gives nothing
insert into known_compensation as k (compensation_id, school_id, owed_on, owed_fen, how, paid_fen, settled_on, version)
   select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::bigint[], $5::text[], $6::bigint[], $7::date[], $8::int[]) as t(compensation_id, school_id, owed_on, owed_fen, how, paid_fen, settled_on, version)
   order by compensation_id
   on conflict (compensation_id) do update set how = excluded.how, paid_fen = excluded.paid_fen,
     settled_on = excluded.settled_on, version = excluded.version
   where k.version < excluded.version
