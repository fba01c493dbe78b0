-- recalls.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text
select school_id as "schoolId", opened_on::text as "openedOn", closed_on::text as "closedOn"
   from recall_campaign where id = $1 for update
