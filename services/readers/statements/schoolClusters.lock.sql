-- schoolClusters.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text[]
select c.id, c.version, c.name,
     array(select school_id::text from school_cluster_member where cluster_id = c.id order by school_id) as "schoolIds"
   from school_cluster c where c.id = $1 for no key update of c
