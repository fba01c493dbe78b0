-- schoolClusters.change, written by `npm run emit`
-- takes uuid, integer, text
-- gives nothing
update school_cluster set version = $2, name = $3 where id = $1
