-- access-seal.seal, written by `npm run emit`
-- takes bigint, bigint, timestamp with time zone
-- gives integer
with sealed as (
     insert into access_seal (school_id, number, after_id, up_to_id, entries, previous, hash, sealed_at)
     select e.school_id, coalesce(last.number, 0) + 1, $1, $2, e.entries, coalesce(last.hash, ''), sha256(coalesce(last.hash, '') || e.digest), $3
     from (select l.school_id, count(*)::int as entries, sha256(convert_to(string_agg(concat_ws('|', l.id, extract(epoch from l.seen_at), l.caller_kind, l.caller, l.operation, l.purpose, l.reader_id,
  l.school_id, coalesce(l.request_id, '')), E'\n' order by l.id), 'UTF8')) as digest
       from access_log l where l.id > $1 and l.id <= $2 group by l.school_id) e
     left join lateral (select s.number, s.hash from access_seal s where s.school_id = e.school_id order by s.number desc limit 1) last on true
     returning entries)
   update access_seal_point set up_to_id = $2 returning (select coalesce(sum(entries), 0)::int from sealed) as entries
