-- subscriptions.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, integer, integer, uuid, text, text, integer
select id, version, school_id as "schoolId", year, required_titles as "requiredTitles", vendor_id as "vendorId", status,
     approved_on::text as "approvedOn", next_line as "nextLine"
   from subscription_round where id = $1 for update
