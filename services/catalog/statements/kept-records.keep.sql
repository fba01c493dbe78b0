-- kept-records.keep, written by `npm run emit`
-- takes uuid[], text[], text[], text[], text[], bytea[], timestamp with time zone
-- gives nothing
insert into kept_record (title_id, agency, number, dialect, record_hash, body, kept_at)
   select k.*, $7::timestamptz
   from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])
     as k (title_id, agency, number, dialect, record_hash, body)
   on conflict (title_id, agency, number) do update
     set dialect = excluded.dialect, record_hash = excluded.record_hash, body = excluded.body
     where kept_record.record_hash <> excluded.record_hash
