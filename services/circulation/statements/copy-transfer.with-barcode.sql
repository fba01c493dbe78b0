-- copy-transfer.with-barcode, written by `npm run emit`
-- takes text
-- gives uuid, uuid, uuid, uuid, uuid, uuid, text, uuid, text, uuid, integer
select distinct on (t.copy_id) t.id, t.copy_id as "copyId", t.title_id as "titleId", t.owning_school_id as "owningSchoolId",
  t.from_school_id as "fromSchoolId", t.to_school_id as "toSchoolId", t.why, t.hold_id as "holdId", t.status,
  t.run_id as "runId", t.version from known_copy k join copy_transfer t on t.copy_id = k.copy_id
   where k.barcode = $1 and (t.status in ('requested', 'packed')
    or t.status = 'lost' and exists (select from lent_copy lc where lc.copy_id = t.copy_id and lc.state = 'lost')) order by t.copy_id, t.id desc
