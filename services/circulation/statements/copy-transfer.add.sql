-- copy-transfer.add, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, uuid, uuid, text, uuid, date
-- gives nothing
insert into copy_transfer (id, copy_id, title_id, owning_school_id, from_school_id, to_school_id, why, hold_id, status,
     requested_on) values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', $9)
