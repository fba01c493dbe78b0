import type { SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import { ROOM_COLUMNS, ROOM_VIEW, valuesOf } from './library-room.row.js';
import type { LibraryRoomView } from './library-rooms.http.js';
import type { LibraryRoom, ShelfStep } from './rules/library-room.js';

const SAVE = statement(
  'library-room.save',
  `insert into library_room (id, school_id, name, purposes, place, seats, classes_at_once, all_day, alternative_id,
     alternative_note, retired_on, version, campus, department)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (id) do update set name = excluded.name, purposes = excluded.purposes, place = excluded.place,
     seats = excluded.seats, classes_at_once = excluded.classes_at_once, all_day = excluded.all_day,
     alternative_id = excluded.alternative_id, alternative_note = excluded.alternative_note,
     retired_on = excluded.retired_on, version = excluded.version, campus = excluded.campus,
     department = excluded.department`,
);
/** In the order of ids, as whoever needs several locks them. */
const LOCK_OF_SCHOOL = statement(
  'library-room.lock-of-school',
  `select ${ROOM_COLUMNS} from library_room m where m.school_id = $1 order by m.id for update`,
);
const LOCK = statement(
  'library-room.lock',
  `select ${ROOM_COLUMNS} from library_room m where m.id = any($1::uuid[]) order by m.id for update`,
);
/** Two who add the first room of a school at once meet here. */
const QUEUE = statement(
  'library-room.queue-at-school',
  `select pg_advisory_xact_lock(hashtextextended('library-rooms of ' || $1::text, 0))`,
);
const VIEW = statement('library-room.view', `${ROOM_VIEW} where m.id = $1`);
const DROP_STEPS = statement('library-room.drop-steps', 'delete from shelf_access_step where room_id = $1');
const ADD_STEPS = statement(
  'library-room.add-steps',
  `insert into shelf_access_step (room_id, place, reader_kind, grades, access, begins_on)
   select $1, s.place, s."readerKind", array(select jsonb_array_elements_text(s.grades)::int), s.access, s."beginsOn"
   from jsonb_to_recordset($2::jsonb) as s(place int, "readerKind" text, grades jsonb, access text, "beginsOn" date)`,
);
const KNOWN_SCHOOL = statement('library-room.school', 'select from known_school where school_id = $1');

export class LibraryRoomsRepository {
  constructor(private readonly session: Session) {}

  async save(room: LibraryRoom): Promise<void> {
    await this.session.rows(SAVE, valuesOf(room));
  }

  /** All rooms of a school, those out of use, too; whoever else means to change one waits. */
  async lockedOfSchool(schoolId: SchoolId): Promise<LibraryRoom[]> {
    await this.session.rows(QUEUE, [schoolId]);
    return this.session.rows<LibraryRoom>(LOCK_OF_SCHOOL, [schoolId]);
  }

  /** Rooms that are booked: who else books in them waits. */
  locked(ids: readonly string[]): Promise<LibraryRoom[]> {
    return this.session.rows<LibraryRoom>(LOCK, [ids]);
  }

  async isKnownSchool(schoolId: SchoolId): Promise<boolean> {
    return (await this.session.rows(KNOWN_SCHOOL, [schoolId])).length > 0;
  }

  async replaceSteps(roomId: string, steps: readonly ShelfStep[]): Promise<void> {
    await this.session.rows(DROP_STEPS, [roomId]);
    const placed = steps.map((step, place) => ({ ...step, place }));
    if (placed.length > 0) await this.session.rows(ADD_STEPS, [roomId, JSON.stringify(placed)]);
  }

  async view(id: string): Promise<LibraryRoomView> {
    const [row] = await this.session.rows<LibraryRoomView>(VIEW, [id]);
    if (row === undefined) throw new Error('the room is gone');
    return row;
  }
}
