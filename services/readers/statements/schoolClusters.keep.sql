-- schoolClusters.keep, written by `npm run emit`
-- takes uuid
-- gives integer
select 1 from school_cluster where id = $1 for key share
