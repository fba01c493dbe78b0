-- committee.order, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", name from purchase_order where id = $1
