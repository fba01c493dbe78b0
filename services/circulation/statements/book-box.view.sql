-- book-box.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, integer, integer, uuid[], json, uuid, uuid, text, text, uuid, boolean, integer
select x.id, x.school_id as "schoolId", x.kind, x.name, x.theme,
    (select count(*)::int from book_box_copy c where c.box_id = x.id) as copies, x.size, x.route,
    case when x.manifest_id is not null then json_build_object('kind',
      case when x.reader_id is null then 'class' else 'reader' end, 'id', coalesce(x.reader_id, x.class_id)) end as holder,
    x.reader_id as "readerId", x.manifest_id as "manifestId", m.sent_on::text as since, m.due_on::text as "dueOn",
    x.last_class_id as "lastClassId", x.closed, x.version
  from book_box x left join block_manifest m on m.id = x.manifest_id where x.id = $1
