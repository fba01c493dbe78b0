-- known-subscription.know, written by `npm run emit`
-- takes uuid, uuid, integer, date, integer, integer, integer, bigint, integer
-- gives nothing
insert into known_subscription as k (round_id, school_id, year, approved_on, newspapers, periodicals, copies, fen, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (round_id) do update set approved_on = excluded.approved_on, newspapers = excluded.newspapers,
     periodicals = excluded.periodicals, copies = excluded.copies, fen = excluded.fen, version = excluded.version
   where k.version < excluded.version
