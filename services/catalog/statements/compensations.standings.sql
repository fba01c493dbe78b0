-- compensations.standings, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, text, text
select k.id, k.copy_id as "copyId", k.how, case
    when z.compensation_id is not null then
      case when k.how is null then 'owed-again' when z.replacement_id is not null then 'replaced' else 'closed' end
    when k.how is null then 'owed'
    when exists (select from known_compensation n where n.copy_id = k.copy_id and (n.owed_on, n.id) > (k.owed_on, k.id))
      then 'came-back'
    when c.stock_state = 'withdrawn' then
      case when c.withdrawal_reason in ('lost', 'lost-and-paid') then 'to-close' else 'came-back' end
    when c.lending <> 'lost' then 'came-back'
    else 'to-close' end as standing from known_compensation k join copy c on c.id = k.copy_id
  left join compensation_closing z on z.compensation_id = k.id where k.id = any($1::uuid[])
