-- known-reader.know, written by `npm run emit`
-- takes uuid, text, uuid, text, uuid, text, integer, boolean, date, integer
-- gives nothing
with lendable as (insert into borrower (borrower_id) values ($1) on conflict do nothing
   ), noted as (
     insert into hold_review (reader_id)
     select $1
     where $2 = 'left' or exists (select from borrower where borrower_id = $1 and open_holds > 0))
   insert into known_reader (reader_id, school_id, kind, class_id, section, entry_year, standing, suspended,
     suspended_until, version)
   values ($1, $3, $4,
     $5, $6, $7,
     $2, $8, $9,
     $10)
   on conflict (reader_id) do update set school_id = excluded.school_id, kind = excluded.kind,
     class_id = excluded.class_id, section = excluded.section, entry_year = excluded.entry_year,
     standing = excluded.standing, suspended = excluded.suspended, suspended_until = excluded.suspended_until,
     version = excluded.version
   where known_reader.version < excluded.version
