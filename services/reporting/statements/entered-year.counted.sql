-- entered-year.counted, written by `npm run emit`
-- takes uuid, integer
-- gives boolean
select coalesce(sum(k.copies), 0) > 0 as counted
   from day_pieces('0001-01-01', make_date($2, 12, 31)) p cross join lateral (
     select sum(copies) as copies from stock_sum
     where school_id = $1 and main_class = '*' and grain = p.grain and starts_on between p.starts and p.ends) k
