-- pick-up-days.move, written by `npm run emit`
-- takes uuid[], date[]
-- gives nothing
update hold h set pick_up_by_on = m.day from unnest($1::uuid[], $2::date[]) as m(id, day) where h.id = m.id
