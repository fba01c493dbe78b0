import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, TitleId } from '@shulian/contracts/ids';
import { COPY_COLUMNS, toCopy, type CopyRow } from '../accession/copy.row.js';
import type { Copy } from '../accession/rules/copy.js';
import type { TitleDescription } from '../titles/rules/title.js';

const ADD = statement(
  'title-merges.add',
  `insert into title_merge (id, title_id, into_title_id, merged_at, merged_by, into_version, into_before, moved_cover)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const ADD_COPIES = statement(
  'title-merges.addCopies',
  'insert into title_merge_copy (merge_id, copy_id) select $1, unnest($2::uuid[])',
);
const LOCK = statement(
  'title-merges.lock',
  `select id, title_id as "titleId", into_title_id as "intoTitleId", into_version as "intoVersion",
     into_before as "intoBefore", moved_cover as "movedCover", undone_at is not null as "isUndone"
   from title_merge where id = $1 for update`,
);
const UNDONE = statement(
  'title-merges.undone',
  'update title_merge set undone_at = $2, undone_by = $3 where id = $1',
);
const COPIES_OF = statement(
  'title-merges.copiesOf',
  `select ${COPY_COLUMNS} from copy c where c.title_id = $1 order by c.id limit $2 for update`,
);
const COPIES_MOVED = statement(
  'title-merges.copiesMoved',
  `select ${COPY_COLUMNS} from copy c
   where c.id in (select copy_id from title_merge_copy where merge_id = $1) and c.title_id = $2 order by c.id for update`,
);
const MOVE = statement(
  'title-merges.moveCopies',
  'update copy set title_id = $2, version = version + 1 where id = any($1::uuid[])',
);
/** Whatever was merged into it before goes along. */
const ABSORB = statement(
  'title-merges.absorb',
  `with along as (update title set merged_into = $2 where merged_into = $1)
   update title set merged_into = $2, version = version + 1 where id = $1 returning version`,
);
/** Whatever had been merged into it before comes back with it. */
const SEPARATE = statement(
  'title-merges.separate',
  `with recursive below as (
     select title_id from title_merge where into_title_id = $1 and undone_at is null
     union
     select m.title_id from title_merge m join below b on m.into_title_id = b.title_id where m.undone_at is null
   ), along as (
     update title set merged_into = $1 where id in (select title_id from below))
   update title set merged_into = null, version = version + 1 where id = $1 returning version`,
);
const MOVE_COVER = statement(
  'title-merges.moveCover',
  `update title_cover set title_id = $2
   where title_id = $1 and ($3::uuid is null or file_id = $3)
     and not exists (select from title_cover where title_id = $2)
   returning file_id as "fileId"`,
);
/** Further copies stand where those stand that came along. A number that repeats is none that we gave. */
const SHARE_SHELVES = statement(
  'title-merges.shareShelves',
  `insert into shelf_number (school_id, clc, title_id, book_number, allocated)
   select school_id, clc, $2, book_number, false from shelf_number where title_id = $1
   on conflict (school_id, clc, title_id) do nothing`,
);
/** But those where a copy stands by now. */
const LEAVE_SHELVES = statement(
  'title-merges.leaveShelves',
  `delete from shelf_number mine using shelf_number theirs
   where mine.title_id = $2 and not mine.allocated and theirs.title_id = $1
     and (theirs.school_id, theirs.clc, theirs.book_number) = (mine.school_id, mine.clc, mine.book_number)
     and not exists (select from copy c where c.title_id = $2 and c.school_id = mine.school_id and c.clc = mine.clc
                       and c.book_number = mine.book_number)`,
);
/** The standing titles of both, whether they stand or not. */
const LOCK_BOTH = statement(
  'title-merges.lockBoth',
  'select from title where id = any($1::uuid[]) order by id for update',
);
const COMPARE_AGAIN = statement(
  'title-merges.compareAgain',
  'insert into title_to_compare select unnest($1::uuid[]) on conflict do nothing',
);

export type TitleMerge = {
  readonly id: string;
  readonly titleId: TitleId;
  readonly intoTitleId: TitleId;
  readonly intoVersion: number;
  readonly intoBefore: TitleDescription;
  readonly movedCover: string | null;
  readonly isUndone: boolean;
};

/** Mergers of titles, and what each of them moved. */
export class TitleMergesRepository {
  constructor(private readonly session: Session) {}

  async add(
    merge: Omit<TitleMerge, 'isUndone'>,
    copies: readonly CopyId[],
    how: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    await this.session.rows(ADD, [
      merge.id,
      merge.titleId,
      merge.intoTitleId,
      how.at,
      how.by,
      merge.intoVersion,
      JSON.stringify(merge.intoBefore),
      merge.movedCover,
    ]);
    if (copies.length > 0) await this.session.rows(ADD_COPIES, [merge.id, copies]);
  }

  async locked(id: string): Promise<TitleMerge | null> {
    return (await this.session.rows<TitleMerge>(LOCK, [id]))[0] ?? null;
  }

  async undone(id: string, how: { readonly at: Date; readonly by: string }): Promise<void> {
    await this.session.rows(UNDONE, [id, how.at, how.by]);
  }

  /** Titles that may be merged already, locked in the order of their ids. */
  async lockTitles(ids: readonly TitleId[]): Promise<void> {
    await this.session.rows(LOCK_BOTH, [ids]);
  }

  /** All copies of a title, struck ones, too; so many at most, locked. */
  async copiesOf(titleId: TitleId, most: number): Promise<Copy[]> {
    return (await this.session.rows<CopyRow>(COPIES_OF, [titleId, most])).map(toCopy);
  }

  /** The copies that a merger moved, as far as they are where it moved them. */
  async copiesMoved({ id, intoTitleId }: TitleMerge): Promise<Copy[]> {
    return (await this.session.rows<CopyRow>(COPIES_MOVED, [id, intoTitleId])).map(toCopy);
  }

  /** The copies as they are after it. */
  async moveCopies(copies: readonly Copy[], into: TitleId): Promise<Copy[]> {
    if (copies.length === 0) return [];
    await this.session.rows(MOVE, [copies.map(({ id }) => id), into]);
    return copies.map((copy) => ({ ...copy, titleId: into, version: copy.version + 1 }));
  }

  /** @returns the version of the title that went */
  async absorb(titleId: TitleId, into: TitleId): Promise<number> {
    return this.versionAfter(ABSORB, [titleId, into]);
  }

  /** @returns the version of the title that stands again */
  async separate(titleId: TitleId): Promise<number> {
    return this.versionAfter(SEPARATE, [titleId]);
  }

  /** The file of the cover, where it moved: the other had none, and it is the one meant. */
  async moveCover(from: TitleId, into: TitleId, fileId: string | null = null): Promise<string | null> {
    const [row] = await this.session.rows<{ fileId: string }>(MOVE_COVER, [from, into, fileId]);
    return row?.fileId ?? null;
  }

  async shareShelves(from: TitleId, into: TitleId): Promise<void> {
    await this.session.rows(SHARE_SHELVES, [from, into]);
  }

  async leaveShelves(from: TitleId, into: TitleId): Promise<void> {
    await this.session.rows(LEAVE_SHELVES, [from, into]);
  }

  async compareAgain(ids: readonly TitleId[]): Promise<void> {
    await this.session.rows(COMPARE_AGAIN, [ids]);
  }

  private async versionAfter(what: typeof ABSORB, values: readonly unknown[]): Promise<number> {
    const [row] = await this.session.rows<{ version: number }>(what, values);
    if (row === undefined) throw new Error('the title is not there');
    return row.version;
  }
}
