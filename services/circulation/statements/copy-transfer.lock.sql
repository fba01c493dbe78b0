-- copy-transfer.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, uuid, uuid, text, uuid, text, uuid, integer
select t.id, t.copy_id as "copyId", t.title_id as "titleId", t.owning_school_id as "owningSchoolId",
  t.from_school_id as "fromSchoolId", t.to_school_id as "toSchoolId", t.why, t.hold_id as "holdId", t.status,
  t.run_id as "runId", t.version from copy_transfer t where t.id = $1 for update
