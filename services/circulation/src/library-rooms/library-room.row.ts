import type { LibraryRoom } from './rules/library-room.js';

/** A room `m` with the name of the one that stands in for it, `a`. */
export const ROOM_VIEW = `select m.id, m.school_id as "schoolId", m.name, m.purposes, m.place, m.campus, m.department,
    m.seats, m.classes_at_once as "classesAtOnce", m.all_day as "allDay", m.alternative_id as "alternativeId",
    a.name as "alternativeName", m.alternative_note as "alternativeNote", m.retired_on::text as "retiredOn", m.version
  from library_room m left join library_room a on a.id = m.alternative_id`;

/** A room alone, as it is locked and decided on. */
export const ROOM_COLUMNS = `m.id, m.school_id as "schoolId", m.name, m.purposes, m.place, m.campus, m.department,
    m.seats, m.classes_at_once as "classesAtOnce", m.all_day as "allDay", m.alternative_id as "alternativeId",
    m.alternative_note as "alternativeNote", m.retired_on::text as "retiredOn", m.version`;

/** In the order of the columns of the table. */
export const valuesOf = (room: LibraryRoom): unknown[] => [
  room.id,
  room.schoolId,
  room.name,
  room.purposes,
  room.place,
  room.seats,
  room.classesAtOnce,
  room.allDay,
  room.alternativeId,
  room.alternativeNote,
  room.retiredOn,
  room.version,
  room.campus,
  room.department,
];
