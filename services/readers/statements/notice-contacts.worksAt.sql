-- notice-contacts.worksAt, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
select from account_grant where account_id = $1 and school_id = $2
     and role in ('school-head', 'librarian', 'teacher') limit 1
