-- collections.hasPlace, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select exists (select from location where id = $1 and school_id = $2 and not closed) as here
