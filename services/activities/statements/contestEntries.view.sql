-- contestEntries.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, integer, uuid, uuid, integer, text, text, boolean, uuid, text, text, integer, integer, text, jsonb
select e.id, e.version, e.contest_id as "contestId",
    e.school_id as "schoolId", e.number, e.reader_id as "readerId", e.class_id as "classId", e.grade, e.title,
    coalesce(e.text, n.text) as text, e.on_paper as "onPaper", e.note_id as "noteId", e.status,
    to_char(e.handed_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "handedInAt",
    case when c.status in ('published', 'summarised') then e.hundredths end as hundredths, case when c.status in ('published', 'summarised') then e.place end as place,
    case when c.status in ('published', 'summarised') then e.level end as level,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
       order by f.id), '[]') from contest_entry_file f where f.entry_id = e.id) as files
  from contest_entry e join contest c on c.id = e.contest_id left join reading_note n on n.id = e.note_id where e.id = $1
