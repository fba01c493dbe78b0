-- stock-additions.place, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
select from location where id = $1 and school_id = $2
