import type { Rows } from '../database/session.js';
import { afterCursor, cursorOf, pageOf, type Page } from '../http/page.js';
import { queryId } from '../http/id.js';
import { invalid } from '../problem/refused.js';
import type { FollowedTable } from './followed-table.js';
import { syncPointIn, syncPointNow, syncTokenOf } from './sync-token.js';
import type { TombstoneView } from './synced-list.http.js';

/** A list that others keep a copy of: the table whose changes are noted, and how its rows are read. */
export type SyncedList = FollowedTable & {
  /** Whose tokens these are. */
  readonly name: string;
  /** `select … from …`, without conditions. */
  readonly select: string;
  /** The id in it. */
  readonly key: string;
};

export type SyncAsked = {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly updatedSince?: string | undefined;
};
export type Synced<Item> = Page<Item> & {
  readonly deleted?: TombstoneView[];
  readonly syncToken?: string;
};

type Change = { readonly changedIn: string; readonly changedId: string; readonly deletedAt: Date | null };

/** The statement that reads what changed; for those who look at its plan, too. */
export function changesOf({ table, schools, goneWhen, select, key }: SyncedList): string {
  const branch = (from: string, deletedAt: string, conditions: readonly string[]): string => `
    (select changed_in, id, ${deletedAt} as deleted_at from ${from}
     where ${[...conditions, 'changed_in >= $1::xid8 and changed_in < $2::xid8'].join(' and ')}
       and ($3::xid8 is null or (changed_in, id) > ($3::xid8, $4::uuid))
     order by changed_in, id limit $5)`;
  const isThere = goneWhen === undefined ? [] : [`not (${goneWhen})`];
  const rows =
    schools.length === 0
      ? [branch(table, 'null::timestamptz', isThere)]
      : schools.map((column) => branch(table, 'null::timestamptz', [`${column} = $6`, ...isThere]));
  const gone = branch(`${table}_tombstone`, 'deleted_at', schools.length === 0 ? [] : ['school_id = $6']);
  return `
    select changed.changed_in::text as "changedIn", changed.id as "changedId", changed.deleted_at as "deletedAt", found.*
    from (select * from (${[...rows, gone].join(' union ')}) every
          order by changed_in, id limit $5) changed
    left join lateral (${select} where ${key} = changed.id and changed.deleted_at is null) found on true
    order by changed.changed_in, changed.id`;
}

/**
 * All of a list, or what changed since, in the order of the transactions that changed it; with a token to ask for what
 * changes from now on.
 * @param schoolId null: the copy of the county
 * @param read a page of the whole list
 */
export async function syncedPage<Row extends object, Item>(
  rows: Rows,
  list: SyncedList,
  input: SyncAsked,
  schoolId: string | null,
  show: (row: Row) => Item,
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<Synced<Item>> {
  if (input.updatedSince !== undefined)
    return changedSince(rows, list, input, input.updatedSince, schoolId, show);
  // Every page of a walk names the point before its first one: what changes meanwhile may be behind it already.
  const [began = null, within] = afterCursor(input.cursor, 2) ?? [];
  const point = began === null ? await syncPointNow(rows) : String(began);
  const page = await read(within === undefined ? undefined : String(within));
  return {
    ...page,
    nextCursor: page.nextCursor === null ? null : cursorOf([point, page.nextCursor]),
    syncToken: syncTokenOf(list.name, point),
  };
}

async function changedSince<Row extends object, Item>(
  rows: Rows,
  list: SyncedList,
  { limit, cursor }: SyncAsked,
  token: string,
  schoolId: string | null,
  show: (row: Row) => Item,
): Promise<Synced<Item>> {
  const now = await syncPointNow(rows);
  const since = syncPointIn(list.name, token, now);
  const [changedIn = null, id = null, until = now] = afterCursor(cursor, 3) ?? [];
  const found = await rows.rows<Row & Change>(changesOf(list), [
    since,
    String(until),
    changedIn === null ? null : String(changedIn),
    id === null ? null : queryId('cursor', String(id)),
    limit + 1,
    ...(list.schools.length === 0 ? [] : [schoolId]),
  ]);
  const page = pageOf(
    found,
    limit,
    (row) => row,
    (row) => [row.changedIn, row.changedId, String(until)],
  );
  return {
    // What was deleted since it was found has an end of its own, later.
    items: page.items.flatMap(({ changedIn: _in, changedId: _id, deletedAt, ...row }) =>
      deletedAt === null && 'id' in row && row.id !== null ? [show(row as unknown as Row)] : [],
    ),
    deleted: page.items.flatMap(({ changedId, deletedAt }) =>
      deletedAt === null ? [] : [{ id: changedId, deletedAt: deletedAt.toISOString() }],
    ),
    nextCursor: page.nextCursor,
    syncToken: syncTokenOf(list.name, String(until)),
  };
}

/**
 * Nothing else narrows a question for changes: what leaves the narrower view would be missing, and nobody would be told.
 * @throws Problem 400
 */
export function refuseWithUpdatedSince(input: { readonly updatedSince?: string }, others: object): void {
  if (input.updatedSince === undefined) return;
  const wrong = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [{ pointer: `?${name}`, code: 'not-with-updated-since' }],
  );
  if (wrong.length > 0) throw invalid(...wrong);
}
