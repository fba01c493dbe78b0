-- posts.holders, written by `npm run emit`
-- takes uuid
-- gives text
select distinct account_id::text as id from account_grant where post_id = $1
