import { Injectable } from '@nestjs/common';
import type { CopyId, HoldId, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Database,
  denied,
  pageOf,
  queryId,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { holdColumns, toHold, type HoldRow } from './hold.row.js';
import { toHoldView, type HoldsAsked, type HoldView } from './holds.http.js';

const visible = `($1::bool or h.pickup_school_id = any($2::uuid[]) or h.reader_school_id = any($2::uuid[])
  or h.reader_id = any($4::uuid[])
  or h.reader_id in (select reader_id from known_reader where class_id = any($3::uuid[])))`;
const sight = ({ reach }: Caller): unknown[] => [
  reach.county,
  [...reach.schools],
  [...reach.classes.keys()],
  [...reach.readers],
];

/** The place in the queue of the pickup school; only for holds that wait. */
const position = `case when h.status = 'waiting' then (
  select count(*) from hold o where o.title_id = h.title_id and o.pickup_school_id = h.pickup_school_id
    and o.status = 'waiting' and (o.placed_at, o.id) <= (h.placed_at, h.id)) end as position`;
type ShownRow = HoldRow & { readonly position: string | null };

const show = (row: ShownRow): HoldView =>
  toHoldView(toHold(row), row.position === null ? null : Number(row.position));

/** What a hold refers to, once it has arrived here. */
export type Wanted = {
  readonly titleId: TitleId;
  readonly reader: {
    readonly readerId: ReaderId;
    readonly schoolId: SchoolId;
    readonly classId: SchoolClassId | null;
  };
};

@Injectable()
export class HoldsQuery {
  constructor(private readonly database: Database) {}

  async list(caller: Caller, asked: HoldsAsked): Promise<Page<HoldView>> {
    if (asked.schoolId !== undefined && !caller.mayWorkAt(asked.schoolId)) throw denied();
    const after = afterCursor(asked.cursor, 1)?.[0];
    const rows = await this.database.rows<ShownRow>(
      `select ${holdColumns}, ${position} from hold h
       where ${visible}
         and ($5::uuid is null or h.reader_id = $5::uuid)
         and ($6::uuid is null or h.title_id = $6::uuid)
         and ($7::uuid is null or h.pickup_school_id = $7::uuid or h.reader_school_id = $7::uuid)
         and ($8::text is null or h.status = $8::text)
         and ($9::uuid is null or h.id < $9::uuid)
       order by h.id desc limit $10`,
      [
        ...sight(caller),
        asked.readerId ?? null,
        asked.titleId ?? null,
        asked.schoolId ?? null,
        asked.status ?? null,
        after === undefined ? null : queryId('cursor', String(after)),
        asked.limit + 1,
      ],
    );
    return pageOf(rows, asked.limit, show, (row) => [row.id]);
  }

  /** @throws Problem 404, also for a hold the caller may not know of */
  async one(caller: Caller, id: HoldId): Promise<HoldView> {
    const [row] = await this.database.rows<ShownRow>(
      `select ${holdColumns}, ${position} from hold h where ${visible} and h.id = $5`,
      [...sight(caller), id],
    );
    if (row === undefined) throw unknownThing();
    return show(row);
  }

  /** What the ids of a body mean, as far as they have arrived. A copy's title wins over a title that was named as well. */
  async wanted(asked: {
    readonly titleId: string | null;
    readonly copyId: string | null;
    readonly readerId: string;
  }): Promise<{ readonly [K in keyof Wanted]: Wanted[K] | null }> {
    const [row] = await this.database.rows<{
      title_id: TitleId | null;
      reader_id: ReaderId | null;
      school_id: SchoolId;
      class_id: SchoolClassId | null;
    }>(
      `select case when $1::uuid is null
                then coalesce((select title_id from known_title where title_id = $2::uuid),
                              (select title_id from known_copy where title_id = $2::uuid limit 1))
                else (select title_id from known_copy where copy_id = $1::uuid) end as title_id,
              r.reader_id, r.school_id, r.class_id
       from (select 1) as one left join known_reader r on r.reader_id = $3::uuid`,
      [asked.copyId satisfies CopyId | string | null, asked.titleId, asked.readerId],
    );
    return {
      titleId: row?.title_id ?? null,
      reader:
        row === undefined || row.reader_id === null
          ? null
          : { readerId: row.reader_id, schoolId: row.school_id, classId: row.class_id },
    };
  }
}
