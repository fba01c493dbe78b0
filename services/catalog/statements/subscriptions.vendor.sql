-- subscriptions.vendor, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select closed from vendor where id = $1 and school_id = $2
