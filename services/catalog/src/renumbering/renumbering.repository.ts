import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { COPY_COLUMNS, toCopy, type CopyRow } from '../accession/copy.row.js';
import type { Copy } from '../accession/rules/copy.js';
import type { NewNumber } from './rules/renumbered.js';

const LOCK_COPIES = statement(
  'renumbering.lockCopies',
  `select ${COPY_COLUMNS} from copy c
   where c.school_id = $1 and c.clc = $2 and c.stock_state <> 'withdrawn' order by c.id limit $3 for update`,
);
const TITLES = statement(
  'renumbering.titles',
  `select n.title_id as "titleId", n.book_number as "bookNumber", n.allocated,
     (select count(*)::int from copy c where c.title_id = n.title_id and c.school_id = n.school_id and c.clc = n.clc
        and c.book_number is not null and c.stock_state <> 'withdrawn') as copies
   from shelf_number n where n.school_id = $1 and n.clc = $2 order by n.title_id limit $3`,
);
const LOCK = statement(
  'renumbering.lock',
  `select id, school_id as "schoolId", clc, next_before as "nextBefore", next_after as "nextAfter",
     undone_at is not null as "isUndone"
   from renumbering where id = $1 for update`,
);
const ADD = statement(
  'renumbering.add',
  `insert into renumbering (id, school_id, clc, renumbered_at, renumbered_by, next_before, next_after)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const ADD_TITLES = statement(
  'renumbering.addTitles',
  `insert into renumbering_title (renumbering_id, title_id, old_number, was_allocated, new_number)
   select $1, * from unnest($2::uuid[], $3::text[], $4::boolean[], $5::text[])`,
);
const ADD_COPIES = statement(
  'renumbering.addCopies',
  `insert into renumbering_copy (renumbering_id, copy_id, old_number, old_call_number, new_number, new_call_number)
   select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])`,
);
/** A number that is given twice for a moment must not be one that we gave: the index would refuse it. */
const SET_FREE = statement(
  'renumbering.setFree',
  'update shelf_number set allocated = false where school_id = $1 and clc = $2 and title_id = any($3::uuid[])',
);
const RELEASE = statement(
  'renumbering.release',
  'delete from shelf_number where school_id = $1 and clc = $2 and title_id = any($3::uuid[])',
);
const NUMBER = statement(
  'renumbering.number',
  `insert into shelf_number (school_id, clc, title_id, book_number, allocated)
   select $1, $2, k.title_id, k.book_number, false from unnest($3::uuid[], $4::text[]) as k (title_id, book_number)
   on conflict (school_id, clc, title_id) do update set book_number = excluded.book_number`,
);
const ALLOCATE = statement(
  'renumbering.allocate',
  `update shelf_number n set allocated = k.allocated from unnest($3::uuid[], $4::boolean[]) as k (title_id, allocated)
   where n.school_id = $1 and n.clc = $2 and n.title_id = k.title_id`,
);
const OLD_TITLES = statement(
  'renumbering.oldTitles',
  `select o.title_id as "titleId", o.old_number as "oldNumber", o.was_allocated as "wasAllocated", o.new_number as "newNumber",
     n.book_number as "present"
   from renumbering_title o
   left join shelf_number n on n.school_id = $2 and n.clc = $3 and n.title_id = o.title_id
   where o.renumbering_id = $1`,
);
const OLD_COPIES = statement(
  'renumbering.oldCopies',
  `select ${COPY_COLUMNS}, o.old_number as "oldNumber", o.old_call_number as "oldCallNumber",
     c.stock_state <> 'withdrawn' and (c.school_id <> $2 or c.clc is distinct from $3
       or c.book_number is distinct from o.new_number) as "isOther"
   from renumbering_copy o join copy c on c.id = o.copy_id where o.renumbering_id = $1 order by c.id for update of c`,
);
const UNDONE = statement(
  'renumbering.undone',
  'update renumbering set undone_at = $2, undone_by = $3 where id = $1',
);

export type NumberedTitle = {
  readonly titleId: TitleId;
  readonly bookNumber: string;
  readonly allocated: boolean;
  readonly copies: number;
};
export type Renumbering = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly clc: string;
  readonly nextBefore: number;
  readonly nextAfter: number;
  readonly isUndone: boolean;
};
export type OldTitle = {
  readonly titleId: TitleId;
  readonly oldNumber: string;
  readonly wasAllocated: boolean;
  readonly newNumber: string | null;
  /** The number it has now; null where it has none. */
  readonly present: string | null;
};

/** Classes that were renumbered, and what each title and copy had before. */
export class RenumberingRepository {
  constructor(private readonly session: Session) {}

  async lockedCopies(schoolId: SchoolId, clc: string, most: number): Promise<Copy[]> {
    return (await this.session.rows<CopyRow>(LOCK_COPIES, [schoolId, clc, most])).map(toCopy);
  }

  titles(schoolId: SchoolId, clc: string, most: number): Promise<NumberedTitle[]> {
    return this.session.rows<NumberedTitle>(TITLES, [schoolId, clc, most]);
  }

  async locked(id: string): Promise<Renumbering | null> {
    return (await this.session.rows<Renumbering>(LOCK, [id]))[0] ?? null;
  }

  async add(
    { id, schoolId, clc, nextBefore, nextAfter }: Omit<Renumbering, 'isUndone'>,
    how: { readonly at: Date; readonly by: string },
    titles: readonly (NewNumber & { readonly wasAllocated: boolean })[],
    copies: readonly (readonly [before: Copy, after: Copy])[],
  ): Promise<void> {
    await this.session.rows(ADD, [id, schoolId, clc, how.at, how.by, nextBefore, nextAfter]);
    await this.session.rows(ADD_TITLES, [
      id,
      titles.map(({ titleId }) => titleId),
      titles.map(({ from }) => from),
      titles.map(({ wasAllocated }) => wasAllocated),
      titles.map(({ to }) => to),
    ]);
    await this.session.rows(ADD_COPIES, [
      id,
      copies.map(([{ id: copyId }]) => copyId),
      copies.map(([{ bookNumber }]) => bookNumber),
      copies.map(([{ callNumber }]) => callNumber),
      copies.map(([, { bookNumber }]) => bookNumber),
      copies.map(([, { callNumber }]) => callNumber),
    ]);
  }

  /** Titles under other numbers in a class whose counter is locked; null takes the number away. */
  async number(
    { schoolId, clc }: Pick<Renumbering, 'schoolId' | 'clc'>,
    titles: readonly { readonly titleId: string; readonly to: string | null; readonly allocated: boolean }[],
  ): Promise<void> {
    const place = [schoolId, clc] as const;
    const kept = titles.filter(({ to }) => to !== null);
    const ids = kept.map(({ titleId }) => titleId);
    await this.session.rows(SET_FREE, [...place, titles.map(({ titleId }) => titleId)]);
    await this.session.rows(RELEASE, [
      ...place,
      titles.flatMap(({ titleId, to }) => (to === null ? [titleId] : [])),
    ]);
    await this.session.rows(NUMBER, [...place, ids, kept.map(({ to }) => to)]);
    await this.session.rows(ALLOCATE, [...place, ids, kept.map(({ allocated }) => allocated)]);
  }

  oldTitles({ id, schoolId, clc }: Renumbering): Promise<OldTitle[]> {
    return this.session.rows<OldTitle>(OLD_TITLES, [id, schoolId, clc]);
  }

  /** The copies it gave other labels, locked, with what they had before, and whether they stand otherwise by now. */
  async oldCopies({
    id,
    schoolId,
    clc,
  }: Renumbering): Promise<
    { copy: Copy; before: Pick<Copy, 'bookNumber' | 'callNumber'>; isOther: boolean }[]
  > {
    const rows = await this.session.rows<
      CopyRow & { oldNumber: string | null; oldCallNumber: string | null; isOther: boolean }
    >(OLD_COPIES, [id, schoolId, clc]);
    return rows.map((row) => ({
      copy: toCopy(row),
      before: { bookNumber: row.oldNumber, callNumber: row.oldCallNumber },
      isOther: row.isOther,
    }));
  }

  async undone(id: string, how: { readonly at: Date; readonly by: string }): Promise<void> {
    await this.session.rows(UNDONE, [id, how.at, how.by]);
  }
}
