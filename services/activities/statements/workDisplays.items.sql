-- workDisplays.items, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, uuid, integer, text, text, text, integer
select i.id, i.entry_id as "entryId", i.note_id as "noteId", i.reader_id as "readerId", i.class_id as "classId",
    i.grade, e.title, coalesce(e.text, n.text) as text, e.level, e.place as rank
  from work_display_item i left join contest_entry e on e.id = i.entry_id
    left join reading_note n on n.id = coalesce(i.note_id, e.note_id)
  where i.display_id = $1 and not i.withdrawn and (e.id is null or e.status = 'handed-in') order by i.id
