-- other-schools.count, written by `npm run emit`
-- takes uuid, uuid, uuid
-- gives integer
select count(*)::int as n from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
     join lending_share s on s.school_id = k.school_id and s.open
   where k.title_id = $1 and k.school_id <> $2 and ($3::uuid is null or k.copy_id = $3) and lc.state <> 'lost'
     and k.kind <> 'reference' and k.stock_state in ('lendable', 'processing', 'repair')
     and exists (select from lending_share p where p.school_id = $2 and p.open)
