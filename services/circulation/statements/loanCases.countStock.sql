-- loanCases.countStock, written by `npm run emit`
-- takes date
-- gives uuid
insert into term_stock (school_id, term_starts_on, copies, counted_on)
   select t.school_id, t.starts_on, k.copies, $1::date
   from (select school_id, max(starts_on) as starts_on from known_term where starts_on <= $1::date group by school_id) t
   join (select school_id, count(*)::int as copies from known_copy where stock_state <> 'withdrawn' group by school_id) k
     using (school_id)
   on conflict (school_id, term_starts_on) do update set copies = excluded.copies, counted_on = excluded.counted_on
   returning school_id
