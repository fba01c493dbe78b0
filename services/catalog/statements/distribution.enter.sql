-- distribution.enter, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives nothing
insert into personal_subscription (id, school_id, reader_id, class_id, title_id, copies, starts_on, ends_on, entered_on,
     entered_by)
   select w.id, $1, w."readerId", w."classId", w."serialId", w.copies, w."startsOn", w."endsOn", $3, $4
   from jsonb_to_recordset($2::jsonb) as w(id uuid, "readerId" uuid, "classId" uuid, "serialId" uuid, copies int,
     "startsOn" date, "endsOn" date)
