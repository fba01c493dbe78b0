import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import { BOX_COPY_VIEW, BOX_VIEW } from './book-box.row.js';
import type { BoxCopy, BoxKind, BoxView } from './book-boxes.http.js';
import { nextOnRoute } from './rules/route.js';

/** A copy belongs to one box. */
export const COPY_ONCE = 'book_box_copy_pkey';

export type Box = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly kind: BoxKind;
  readonly name: string;
  readonly theme: string | null;
  readonly size: number;
  readonly route: readonly string[];
  readonly classId: SchoolClassId | null;
  readonly readerId: ReaderId | null;
  readonly manifestId: string | null;
  readonly lastClassId: string | null;
  readonly closed: boolean;
  readonly version: number;
};

/** What lies in the library and may go along: in the box, or ready to join it. */
export type CopyOfBox = BoxCopy & { readonly liesFree: boolean };
export type BoxRow = Omit<BoxView, 'nextClassId'> & { readonly lastClassId: string | null };

export const toBoxView = ({ lastClassId, ...box }: BoxRow): BoxView => ({
  ...box,
  nextClassId: nextOnRoute(box.route, lastClassId),
});
export const toBoxCopy = ({ liesFree: _, ...copy }: CopyOfBox & { packed?: string }): BoxCopy => {
  const { packed: __, ...shown } = copy;
  return shown;
};

const LOCK = statement(
  'book-box.lock',
  `select id, school_id as "schoolId", kind, name, theme, size, route, class_id as "classId", reader_id as "readerId",
     manifest_id as "manifestId", last_class_id as "lastClassId", closed, version from book_box where id = $1 for update`,
);
const SAVE = statement(
  'book-box.save',
  `insert into book_box (id, school_id, kind, name, theme, size, route, class_id, reader_id, manifest_id, last_class_id,
     closed, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict (id) do update set name = excluded.name, theme = excluded.theme, size = excluded.size, route = excluded.route,
     class_id = excluded.class_id, reader_id = excluded.reader_id, manifest_id = excluded.manifest_id,
     last_class_id = excluded.last_class_id, closed = excluded.closed, version = excluded.version`,
);
const PACK = statement(
  'book-box.pack',
  `insert into book_box_copy (copy_id, box_id)
   select k.copy_id, $1 from unnest($3::text[]) with ordinality as a(barcode, place)
   join known_copy k on k.barcode = a.barcode and k.school_id = $2 and k.stock_state <> 'withdrawn'
   where not exists (select from book_box_copy c where c.copy_id = k.copy_id and c.box_id = $1)
   order by a.place`,
);
const KNOWN = statement(
  'book-box.known',
  `select barcode from known_copy where barcode = any($2::text[]) and school_id = $1 and stock_state <> 'withdrawn'`,
);
const UNPACK = statement(
  'book-box.unpack',
  `delete from book_box_copy c using known_copy k
   where c.box_id = $1 and k.copy_id = c.copy_id and k.barcode = any($2::text[]) returning 1`,
);
const COPIES = statement('book-box.copies', `${BOX_COPY_VIEW} where c.box_id = $1 order by c.packed`);
const VIEW = statement('book-box.view', `${BOX_VIEW} where x.id = $1`);
const CLASSES = statement(
  'book-box.classes',
  'select from known_class where class_id = any($1::uuid[]) and school_id = $2',
);

export class BookBoxesRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<Box | null> {
    const [box] = await this.session.rows<Box>(LOCK, [id]);
    return box ?? null;
  }

  async save(box: Box): Promise<void> {
    const { id, schoolId, kind, name, theme, size, route } = box;
    const { classId, readerId, manifestId, lastClassId, closed, version } = box;
    const where = [classId, readerId, manifestId, lastClassId];
    await this.session.rows(SAVE, [id, schoolId, kind, name, theme, size, route, ...where, closed, version]);
  }

  /** Whether all are classes of the school. */
  async hasClasses(classes: readonly string[], schoolId: SchoolId): Promise<boolean> {
    if (classes.length === 0) return true;
    return (await this.session.rows(CLASSES, [classes, schoolId])).length === classes.length;
  }

  /** Those of the barcodes that are copies of the school. */
  async known(schoolId: SchoolId, barcodes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ barcode: string }>(KNOWN, [schoolId, barcodes]);
    return new Set(rows.map(({ barcode }) => barcode));
  }

  async pack({ id, schoolId }: Box, barcodes: readonly string[]): Promise<void> {
    await this.session.rows(PACK, [id, schoolId, barcodes]);
  }

  /** How many belonged to the box. */
  async unpack(id: string, barcodes: readonly string[]): Promise<number> {
    return (await this.session.rows(UNPACK, [id, barcodes])).length;
  }

  copies(id: string): Promise<CopyOfBox[]> {
    return this.session.rows<CopyOfBox>(COPIES, [id]);
  }

  async view(id: string): Promise<BoxView> {
    const [row] = await this.session.rows<BoxRow>(VIEW, [id]);
    if (row === undefined) throw new Error('the box is gone');
    return toBoxView(row);
  }
}
