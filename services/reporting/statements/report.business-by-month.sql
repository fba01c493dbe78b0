-- report.business-by-month, written by `npm run emit`
-- takes uuid, date, date
-- gives text, text, text, integer, double precision
with school as (
       select school_id from known_school where $1::uuid is null or school_id = $1
     ), moved as (
       select date_trunc('month', k.starts_on)::date as month, k.movement, sum(k.copies) as copies, sum(k.value_fen) as value_fen
       from day_pieces($2, $3) p cross join lateral (
         select starts_on, movement, sum(copies) as copies, sum(value_fen) as value_fen from movement_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain and starts_on between p.starts and p.ends
         group by starts_on, movement) k
       group by 1, 2
     ), lent as (
       select date_trunc('month', k.starts_on)::date as month, sum(k.loans) as loans, sum(k.renewals) as renewals, sum(k.returns) as returns, sum(k.in_room) as in_room
       from day_pieces($2, $3) p cross join lateral (
         select starts_on, sum(loans) as loans, sum(renewals) as renewals, sum(returns) as returns, sum(in_room) as in_room from lending_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain and starts_on between p.starts and p.ends
         group by starts_on) k
       group by 1
     ), measured as (
       select moved.month, m.department, m.measure, moved.copies as times, moved.value_fen
       from moved join (values
           ('cataloguing', 'came', 'in:%'), ('stacks', 'struck', 'out:%'), ('stacks', 'repairs-begun', 'repair:begun'),
           ('stacks', 'repairs-ended', 'repair:ended'), ('stacks', 'lost', 'lost'), ('stacks', 'found', 'found'),
           ('lending', 'owed', 'owed'), ('lending', 'paid', 'paid'), ('lending', 'replaced', 'replaced')
         ) m(department, measure, movement) on moved.movement like m.movement
       union all
       select lent.month, m.department, m.measure, m.times, null
       from lent cross join lateral (values
           ('lending', 'loans', loans), ('lending', 'renewals', renewals), ('lending', 'returns', returns),
           ('reading-rooms', 'in-room', in_room)
         ) m(department, measure, times)
     )
     select coalesce(to_char(month, 'YYYY-MM'), '*') as month, department, measure, sum(times)::int as times,
            sum(value_fen)::float8 as "valueFen"
     from measured
     group by grouping sets ((month, department, measure), (department, measure))
     having sum(times) <> 0
     order by measured.month nulls last, array_position('{cataloguing,stacks,lending,reading-rooms}'::text[], department),
       array_position('{came,struck,repairs-begun,repairs-ended,lost,found,loans,renewals,returns,owed,paid,replaced,in-room}'::text[], measure)
