-- rightsEntries.enter, written by `npm run emit`
-- takes timestamp with time zone, text, text, boolean, text, uuid, text[], uuid[], uuid[], uuid[], uuid[], timestamp with time zone[], timestamp with time zone[]
-- gives nothing
insert into rights_entry (at, by_id, by_name, by_county, what, account_id, role, school_id, class_id,
     cluster_id, post_id, starts_at, ends_at)
   select distinct $1::timestamptz, $2, $3, $4::boolean, $5, $6::uuid, g.role, coalesce(m.school_id, g.school_id),
     g.class_id, g.cluster_id, g.post_id, g.starts_at, g.ends_at
   from unnest($7::text[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::timestamptz[], $13::timestamptz[])
     g(role, school_id, class_id, cluster_id, post_id, starts_at, ends_at)
   left join school_cluster_member m on m.cluster_id = g.cluster_id
