-- lending-order.version, written by `npm run emit`
-- takes uuid
-- gives integer
select version from lending_order where school_id = $1
