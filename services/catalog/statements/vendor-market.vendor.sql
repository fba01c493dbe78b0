-- vendor-market.vendor, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", name from vendor where id = $1
