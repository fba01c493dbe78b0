import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { gradeOn, standingOn, type Section } from '@shulian/lending-rules/desk/grade';
import { statement, type Session } from '@shulian/service-kit';
import { CORNER_VIEW } from './book-corner.row.js';
import type { CornerKind, CornerView } from './book-corners.http.js';

/** A class has one corner of its own. */
export const CORNER_ONCE = 'book_corner_of_class';

export type Corner = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly kind: CornerKind;
  readonly classId: SchoolClassId;
  readonly grade: number | null;
  readonly name: string;
  readonly place: string | null;
  readonly readerId: string | null;
  readonly target: number;
  readonly closed: boolean;
  readonly version: number;
};

const COLUMNS = `id, school_id as "schoolId", kind, class_id as "classId", grade, name, place, reader_id as "readerId", target,
  closed, version`;
const LOCK = statement(
  'book-corner.lock',
  `select ${COLUMNS} from book_corner where id = any($1::uuid[]) order by id for update`,
);
const SAVE = statement(
  'book-corner.save',
  `insert into book_corner (id, school_id, kind, class_id, grade, name, place, reader_id, target, closed, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (id) do update set class_id = excluded.class_id, name = excluded.name, place = excluded.place,
     reader_id = excluded.reader_id, target = excluded.target, closed = excluded.closed, version = excluded.version`,
);
const GRADE = statement(
  'book-corner.class',
  `select school_id as "schoolId", section, entry_year as "entryYear" from known_class where class_id = $1`,
);
const KEEPER = statement(
  'book-corner.keeper',
  `select from known_reader where reader_id = $1 and school_id = $2 and standing = 'active'`,
);
const VIEW = statement(
  'book-corner.view',
  `${CORNER_VIEW} where c.id = $1 and $2::date is null and $3::date is null`,
);

export class BookCornersRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<Corner | null> {
    const [corner] = await this.lockedTogether([id]);
    return corner ?? null;
  }

  /** In the order of their ids. */
  lockedTogether(ids: readonly string[]): Promise<Corner[]> {
    return this.session.rows<Corner>(LOCK, [ids]);
  }

  async save(corner: Corner): Promise<void> {
    await this.session.rows(SAVE, [
      corner.id,
      corner.schoolId,
      corner.kind,
      corner.classId,
      corner.grade,
      corner.name,
      corner.place,
      corner.readerId,
      corner.target,
      corner.closed,
      corner.version,
    ]);
  }

  /** The grade of a class of the school that has not left it. Null: the school has no such class. */
  async gradeOf(classId: SchoolClassId, schoolId: SchoolId, today: CalendarDay): Promise<number | null> {
    const [found] = await this.session.rows<{ schoolId: SchoolId; section: Section; entryYear: number }>(
      GRADE,
      [classId],
    );
    if (found?.schoolId !== schoolId) return null;
    const { section, entryYear } = found;
    const standing = standingOn({ standing: 'active', kind: 'class', section, entryYear }, today);
    return standing === 'left' ? null : gradeOn(section, entryYear, today);
  }

  async hasReader(readerId: string, schoolId: SchoolId): Promise<boolean> {
    return (await this.session.rows(KEEPER, [readerId, schoolId])).length > 0;
  }

  async view(id: string, today: CalendarDay): Promise<CornerView> {
    const [view] = await this.session.rows<CornerView>(VIEW, [id, null, null, today]);
    if (view === undefined) throw new Error('the corner is gone');
    return view;
  }
}
