-- weeding.byRule, written by `npm run emit`
-- takes uuid, integer, date, date, integer, text, integer, integer, boolean, uuid, bigint
-- gives integer
insert into weeding_line (proposal_id, copy_id, accession_number)
   select $10::uuid, f.id, f.accession_number from (
  with stock as (
    select c.id, c.title_id, c.accession_number, c.accessioned_on, c.clc, c.stock_state,
           case when c.clc ~ '^[A-KN-VXZ]' then left(c.clc, 1) else '-' end as main_class,
           c.lending, l.lent_on,
           w.copy_id is not null as proposed,
           row_number() over (partition by c.title_id
             order by w.copy_id is not null, c.lending = 'in', l.lent_on desc nulls last, c.accession_number)
             as place
    from copy c left join known_lending l on l.copy_id = c.id
    left join weeding_line w on w.copy_id = c.id and w.state in ('proposed', 'approved')
    where c.school_id = $1 and c.stock_state <> 'withdrawn'
  ), class as (
    select main_class, ceil(count(*) * $7::int / 100.0)::int as stay,
           (count(*) filter (where not proposed))::int as volumes
    from stock group by 1
  ), idle as (
    select s.*, row_number() over (partition by s.main_class order by s.lent_on nulls first, s.accession_number) as of_class
    from stock s join title t on t.id = s.title_id
    where not s.proposed and s.lending = 'in' and s.stock_state <> 'missing'
      and ($2::int is null or s.place > $2) and ($3::date is null or s.lent_on is null or s.lent_on < $3)
      and ($4::date is null or s.accessioned_on < $4) and ($5::int is null or t.published_year < $5)
      and ($6::text is null or starts_with(s.clc, $6))
      and (not $9::boolean or (s.stock_state = 'repair' and 'beyond-repair' = (
        select r.state from repair r where r.copy_id = s.id order by r.id desc limit 1)))
  ), bounded as (
    select i.*, row_number() over (order by i.lent_on nulls first, i.accession_number) as of_school
    from idle i join class using (main_class) where i.of_class <= class.volumes - class.stay
  )
  select id, accession_number, lent_on from bounded
  where of_school <= (select count(*) from stock where not proposed) - $8::int) f order by f.id limit $11 on conflict do nothing returning 1
