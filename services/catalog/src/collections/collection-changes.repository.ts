import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, SchoolId } from '@shulian/contracts/ids';

export type PutCopy = { readonly copyId: CopyId; readonly fromId: string | null };

const IN = statement(
  'collectionChanges.in',
  `select c.id as "copyId", k.collection_id as "fromId" from unnest($1::uuid[]) as c(id)
   left join collection_copy k on k.copy_id = c.id order by c.id`,
);
const PUT = statement(
  'collectionChanges.put',
  `insert into collection_copy (copy_id, collection_id)
   select p."copyId", p."toId" from jsonb_to_recordset($1::jsonb) as p("copyId" uuid, "toId" uuid) where p."toId" is not null
   on conflict (copy_id) do update set collection_id = excluded.collection_id`,
);
const TAKE = statement(
  'collectionChanges.take',
  'delete from collection_copy where copy_id = any($1::uuid[])',
);
const ADD = statement(
  'collectionChanges.add',
  `insert into collection_change (id, school_id, to_id, volumes, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)`,
);
const ADD_COPIES = statement(
  'collectionChanges.addCopies',
  'insert into collection_changed (change_id, copy_id, from_id) select $1, unnest($2::uuid[]), unnest($3::uuid[])',
);
const LOCK = statement(
  'collectionChanges.lock',
  `select school_id as "schoolId", to_id as "toId", undone_at is not null as undone from collection_change
   where id = $1 for update`,
);
const COPIES = statement(
  'collectionChanges.copies',
  'select copy_id as "copyId", from_id as "fromId" from collection_changed where change_id = $1 order by copy_id',
);
const UNDONE = statement(
  'collectionChanges.undone',
  'update collection_change set undone_at = $2, undone_by = $3 where id = $1',
);

export type LockedChange = {
  readonly schoolId: SchoolId;
  readonly toId: string | null;
  readonly undone: boolean;
};

/** Which copy is in which collection, and what was changed of it. Who writes here has locked the copies. */
export class CollectionChangesRepository {
  constructor(private readonly session: Session) {}

  /** Where copies are now: null, in no collection. */
  placesOf(copies: readonly CopyId[]): Promise<PutCopy[]> {
    return this.session.rows<PutCopy>(IN, [copies]);
  }

  /** Each copy into its collection, or out of all. */
  async put(copies: readonly { readonly copyId: CopyId; readonly toId: string | null }[]): Promise<void> {
    const out = copies.filter(({ toId }) => toId === null).map(({ copyId }) => copyId);
    if (out.length > 0) await this.session.rows(TAKE, [out]);
    await this.session.rows(PUT, [JSON.stringify(copies)]);
  }

  async add(
    change: {
      readonly id: string;
      readonly schoolId: SchoolId;
      readonly toId: string | null;
      readonly at: Date;
      readonly by: string;
    },
    copies: readonly PutCopy[],
  ): Promise<void> {
    const { id, schoolId, toId, at, by } = change;
    await this.session.rows(ADD, [id, schoolId, toId, copies.length, at, by]);
    await this.session.rows(ADD_COPIES, [
      id,
      copies.map(({ copyId }) => copyId),
      copies.map(({ fromId }) => fromId),
    ]);
  }

  async locked(id: string): Promise<LockedChange | null> {
    return (await this.session.rows<LockedChange>(LOCK, [id]))[0] ?? null;
  }

  copiesOf(id: string): Promise<PutCopy[]> {
    return this.session.rows<PutCopy>(COPIES, [id]);
  }

  async undo(id: string, at: Date, by: string): Promise<void> {
    await this.session.rows(UNDONE, [id, at, by]);
  }
}
