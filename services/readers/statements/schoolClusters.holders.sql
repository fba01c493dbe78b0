-- schoolClusters.holders, written by `npm run emit`
-- takes uuid
-- gives text
select distinct account_id::text as id from account_grant where cluster_id = $1
   union
   select d.to_account_id::text from account_grant g join delegation d on d.from_account_id = g.account_id
   where g.cluster_id = $1 and d.revoked_at is null
