-- schoolClusters.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, json, integer
select c.id, c.version, c.name,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
     from school_cluster_member m join school s on s.id = m.school_id where m.cluster_id = c.id) as schools,
    (select count(distinct g.account_id)::int from account_grant g where g.cluster_id = c.id) as accounts
  from school_cluster c where c.id = $1
