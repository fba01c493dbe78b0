-- schoolClusters.join, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into school_cluster_member (cluster_id, school_id)
   select $1, s.id from school s where s.id = any($2::uuid[]) on conflict do nothing
