-- cardWindows.lockClass, written by `npm run emit`
-- takes uuid, uuid
-- gives text, text
insert into card_window_class (window_id, class_id) values ($1, $2)
   on conflict (window_id, class_id) do update set class_id = excluded.class_id
   returning acknowledged_on::text as "acknowledgedOn", confirmed_on::text as "confirmedOn"
