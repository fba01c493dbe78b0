import { EntitySchema } from 'typeorm';
import type { DisplayItem, WorkDisplay } from './rules/work-display.js';

const idOrNull = { type: 'uuid', nullable: true } as const;

export const workDisplayTable = new EntitySchema<WorkDisplay>({
  name: 'work_display',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    contestId: { ...idOrNull, name: 'contest_id' },
    name: { type: 'text' },
    place: { type: 'text' },
    showsFrom: { type: 'date', name: 'shows_from' },
    showsUntil: { type: 'date', name: 'shows_until', nullable: true },
    status: { type: 'text' },
    reason: { type: 'text', nullable: true },
    madeOn: { type: 'date', name: 'made_on' },
    madeBy: { type: 'text', name: 'made_by' },
  },
});

export const workDisplayItemTable = new EntitySchema<DisplayItem>({
  name: 'work_display_item',
  columns: {
    id: { type: 'uuid', primary: true },
    displayId: { type: 'uuid', name: 'display_id' },
    entryId: { ...idOrNull, name: 'entry_id' },
    noteId: { ...idOrNull, name: 'note_id' },
    readerId: { ...idOrNull, name: 'reader_id' },
    classId: { ...idOrNull, name: 'class_id' },
    grade: { type: 'int', nullable: true },
    withdrawn: { type: 'boolean' },
  },
});

/** A display `d` as it is shown. */
export const DISPLAY_VIEW = `select d.id, d.school_id as "schoolId", d.contest_id as "contestId", d.name, d.place,
    d.shows_from::text as "showsFrom", d.shows_until::text as "showsUntil", d.status, d.reason, d.made_on::text as "madeOn",
    (select count(*)::int from work_display_item i where i.display_id = d.id and not i.withdrawn) as works
  from work_display d`;
/** Its works, without those that were taken down or back. */
export const ITEMS = `select i.id, i.entry_id as "entryId", i.note_id as "noteId", i.reader_id as "readerId", i.class_id as "classId",
    i.grade, e.title, coalesce(e.text, n.text) as text, e.level, e.place as rank
  from work_display_item i left join contest_entry e on e.id = i.entry_id
    left join reading_note n on n.id = coalesce(i.note_id, e.note_id)
  where i.display_id = $1 and not i.withdrawn and (e.id is null or e.status = 'handed-in') order by i.id`;
