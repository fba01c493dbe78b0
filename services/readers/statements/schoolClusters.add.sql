-- schoolClusters.add, written by `npm run emit`
-- takes uuid, integer, text, text, timestamp with time zone
-- gives nothing
insert into school_cluster (id, version, name, created_by, created_at) values ($1, $2, $3, $4, $5)
