-- helperOffice.accounts, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid
select distinct account_id as id from account_grant
   where role = 'class-helper' and class_id = $1 and (reader_id is null or reader_id = $2)
