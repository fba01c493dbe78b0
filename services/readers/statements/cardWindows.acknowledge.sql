-- cardWindows.acknowledge, written by `npm run emit`
-- takes uuid, uuid, date, text
-- gives nothing
update card_window_class set acknowledged_on = $3, acknowledged_by = $4
   where window_id = $1 and class_id = $2 and acknowledged_on is null
