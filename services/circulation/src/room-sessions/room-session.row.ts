import { CLASS_COLUMNS } from '../rotation/rotation.row.js';

/** A session `s` with its room, its class and who came. */
export const SESSION_VIEW = `select s.id, s.school_id as "schoolId", s.series_id as "seriesId", s.room_id as "roomId",
    m.name as "roomName", s.kind, s.zone, s.subject, s.class_id as "classId", ${CLASS_COLUMNS.replace('kc.class_id as "classId", kc.school_id as "schoolId", ', '')},
    s.on_day::text as "on", s.starts as "from", s.ends as "to", s.theme,
    (select coalesce(json_agg(json_build_object('roomId', r."roomId", 'roomName', o.name, 'what', r.what) order by r.n), '[]')
     from rows from (jsonb_to_recordset(s.resources) as ("roomId" uuid, what text)) with ordinality as r("roomId", what, n)
     left join library_room o on o.id = r."roomId") as resources,
    s.title_ids as "titleIds", s.status, s.status_note as "statusNote", s.asked_by as "askedBy", s.version,
    (select coalesce(sum(v.persons), 0)::int from room_visit v where v.session_id = s.id) as persons
  from room_session s join library_room m on m.id = s.room_id left join known_class kc on kc.class_id = s.class_id`;
