-- known-loan.know, written by `npm run emit`
-- takes uuid, integer, uuid, uuid, uuid, integer, uuid, text, date, date
-- gives nothing
insert into known_loan as k (loan_id, version, title_id, reader_id, class_id, grade, school_id, mode,
      loaned_on, returned_on)
    values ($1, $2, $3,
      $4, $5, $6,
      $7, $8, $9,
      $10)
    on conflict (loan_id) do update set version = excluded.version, returned_on = excluded.returned_on
    where k.version < excluded.version
