-- cardApplications.see, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, uuid
select a.id, a.window_id as "windowId", a.class_id as "classId", a.reader_id as "readerId", a.state, w.school_id as "schoolId"
   from card_application a join card_window w on w.id = a.window_id where a.id = $1
