-- helperOffice.holding, written by `npm run emit`
-- takes date, uuid[], uuid[]
-- gives integer
select g.n::int as n from unnest($2::uuid[], $3::uuid[]) with ordinality g(class_id, reader_id, n)
   where exists (
     select from class_helper h join reader r on r.id = h.reader_id left join helper_rule u on u.school_id = h.school_id
     where h.class_id = g.class_id and (g.reader_id is null or h.reader_id = g.reader_id)
       and (h.status = 'appointed' and $1::date between h.starts_on and h.ends_on and r.class_id = h.class_id and r.left_on is null) and exists (select from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and a.result = 'passed' and g.school_id = h.school_id and g.required and g.status = 'held')
       and (u.duty_days_only is not true or exists (
         select from duty_slot d where d.helper_id = h.id and d.weekday = extract(isodow from $1::date)
           and $1::date between d.starts_on and d.ends_on)))
