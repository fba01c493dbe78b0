-- accounts.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, timestamp with time zone, json
select a.id, a.version, a.username, a.username_key, a.password_hash, a.disabled_at,
         coalesce((select json_agg(json_build_object('role', g.role, 'school_id', g.school_id, 'class_id', g.class_id,
                                                     'reader_id', g.reader_id) order by g.n)
                   from account_grant g where g.account_id = a.id), '[]') as grants
  from account a where a.id = $1 for no key update of a
