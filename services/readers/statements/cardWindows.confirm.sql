-- cardWindows.confirm, written by `npm run emit`
-- takes uuid, uuid, date, text
-- gives nothing
update card_window_class set confirmed_on = $3, confirmed_by = $4 where window_id = $1 and class_id = $2
