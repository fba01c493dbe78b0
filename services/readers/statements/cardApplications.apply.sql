-- cardApplications.apply, written by `npm run emit`
-- takes uuid, uuid, jsonb, date, text
-- gives nothing
insert into card_application (id, window_id, class_id, reader_id, state, applied_on, applied_by)
   select t.id, $1, $2, t."readerId", 'applied', $4, $5 from jsonb_to_recordset($3::jsonb) as t(id uuid, "readerId" uuid)
   on conflict on constraint card_application_once do update set state = 'applied', class_id = excluded.class_id,
     applied_on = excluded.applied_on, applied_by = excluded.applied_by, why = null, settled_on = null, settled_by = null
     where card_application.state = 'withdrawn'
