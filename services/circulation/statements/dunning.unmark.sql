-- dunning.unmark, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid
delete from dunning_priority where reader_id = $1 and school_id = $2 returning reader_id
