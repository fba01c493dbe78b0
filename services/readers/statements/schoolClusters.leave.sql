-- schoolClusters.leave, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
delete from school_cluster_member where cluster_id = $1 and school_id <> all($2::uuid[])
