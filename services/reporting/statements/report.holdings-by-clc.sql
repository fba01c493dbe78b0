-- report.holdings-by-clc, written by `npm run emit`
-- takes uuid, date
-- gives text, integer, integer, double precision, double precision, double precision
with held as (
       select c.main_class, sum(k.titles)::int as titles, sum(k.copies)::int as copies, sum(k.value_fen) as value_fen
       from unnest(string_to_array('A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,?', ',')) c(main_class)
         cross join day_pieces(date '0001-01-01', $2) p
         cross join lateral (
           select sum(titles) as titles, sum(copies) as copies, sum(value_fen) as value_fen from stock_sum
           where school_id = coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid) and main_class = c.main_class and grain = p.grain
             and starts_on between p.starts and p.ends) k
       group by 1
     )
     select main_class as "mainClass", titles, copies,
            round(copies::numeric / nullif(titles, 0), 3)::float8 as "copiesPerTitle", value_fen::float8 as "valueFen",
            round(100.0 * coalesce(copies, 0) / nullif(sum(copies) over (), 0), 1)::float8 as "sharePercent"
     from held where copies > 0 order by 1
