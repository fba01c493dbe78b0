-- corner-donation.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text, integer
select school_id as "schoolId", state, version from corner_donation where id = $1 for update
