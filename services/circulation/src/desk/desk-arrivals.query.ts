import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { Arrivals, Database, Lists, statement, type Question, type Rows } from '@shulian/service-kit';

/** What was scanned or named, as far as it may be on its way from other services; null: not asked for. */
export type Sought = {
  readonly barcode: string | null;
  readonly copyId: string | null;
  readonly titleId: string | null;
  readonly readerId: string | null;
  readonly cardKeys: readonly string[] | null;
  readonly classId: string | null;
};

export const NOTHING_SOUGHT: Sought = {
  barcode: null,
  copyId: null,
  titleId: null,
  readerId: null,
  cardKeys: null,
  classId: null,
};

/** What has arrived of it. */
export type Arrived = {
  readonly barcodeIsKnown: boolean;
  /** Of the copy or the title that was named; a copy's title wins over a title that was named as well. */
  readonly titleId: TitleId | null;
  readonly reader: {
    readonly readerId: ReaderId;
    readonly schoolId: SchoolId;
    readonly classId: SchoolClassId | null;
  } | null;
  readonly schoolClass: { readonly classId: SchoolClassId; readonly schoolId: SchoolId } | null;
};

type Waiting = { readonly sought: Sought; readonly isEnough: (arrived: Arrived) => boolean };

/** `limit` with a parameter tells the planner that the list is short. */
const ARRIVED = statement(
  'desk.arrived',
  `select a.n, exists (select from known_copy k where k.barcode = a.barcode) as barcode_is_known,
          case when a.copy_id is null
               then coalesce((select title_id from known_title where title_id = a.title_id),
                             (select title_id from known_copy where title_id = a.title_id limit 1))
               else (select title_id from known_copy where copy_id = a.copy_id) end as title_id,
          r.reader_id, r.school_id, r.class_id, kc.class_id as known_class_id, kc.school_id as class_school_id
   from (
     select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[])
       with ordinality as sought(barcode, copy_id, title_id, reader_id, card_keys, class_id, n)
     limit $7
   ) a
   left join lateral (
     select c.reader_id from unnest(string_to_array(a.card_keys, ' ')) as scanned(card_key)
     cross join lateral (select * from known_card where card_key = scanned.card_key offset 0) c limit 1) card on true
   left join known_reader r on r.reader_id = coalesce(a.reader_id, card.reader_id)
   left join known_class kc on kc.class_id = a.class_id
   order by a.n`,
);

type ArrivedRow = {
  readonly barcode_is_known: boolean;
  readonly title_id: TitleId | null;
  readonly reader_id: ReaderId | null;
  readonly school_id: SchoolId;
  readonly class_id: SchoolClassId | null;
  readonly known_class_id: SchoolClassId | null;
  readonly class_school_id: SchoolId;
};

/**
 * What a desk names may be on its way (decision 9). All who wait share one question, on the connections of lists: who names
 * what does not exist takes none from the other desks.
 */
@Injectable()
export class DeskArrivals {
  private readonly question: Question<Waiting, true>;

  constructor(
    private readonly arrivals: Arrivals,
    private readonly database: Database,
    lists: Lists,
  ) {
    this.question = async (waiting) => {
      // Lists that are busy have nothing to tell now: it is asked again at once, until the time is up.
      const found = await look(
        lists,
        waiting.map(({ sought }) => sought),
      ).catch(() => []);
      return waiting.map(({ isEnough }, place) => {
        const arrived = found[place];
        return arrived !== undefined && isEnough(arrived) ? true : null;
      });
    };
  }

  /** What has arrived by now. */
  async now(sought: Sought): Promise<Arrived> {
    const [arrived] = await look(this.database, [sought]);
    if (arrived === undefined) throw new Error('the statement has a row for each');
    return arrived;
  }

  /** Waits, outside any transaction. @returns whether enough of it came */
  async wait(sought: Sought, isEnough: (arrived: Arrived) => boolean): Promise<boolean> {
    return (await this.arrivals.for(this.question, { sought, isEnough })) === true;
  }
}

async function look(rows: Rows, sought: readonly Sought[]): Promise<Arrived[]> {
  const found = await rows.rows<ArrivedRow>(ARRIVED, [
    sought.map(({ barcode }) => barcode),
    sought.map(({ copyId }) => copyId),
    sought.map(({ titleId }) => titleId),
    sought.map(({ readerId }) => readerId),
    sought.map(({ cardKeys }) => cardKeys?.join(' ') ?? null),
    sought.map(({ classId }) => classId),
    sought.length,
  ]);
  return found.map((row) => ({
    barcodeIsKnown: row.barcode_is_known,
    titleId: row.title_id,
    reader:
      row.reader_id === null
        ? null
        : { readerId: row.reader_id, schoolId: row.school_id, classId: row.class_id },
    schoolClass:
      row.known_class_id === null ? null : { classId: row.known_class_id, schoolId: row.class_school_id },
  }));
}
