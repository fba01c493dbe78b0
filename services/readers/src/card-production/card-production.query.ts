import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { isInReach } from '../classes-in-reach.step.js';
import { BATCH_VIEW } from './card-batch.row.js';
import {
  toBatchView,
  type BatchesAsked,
  type BatchReaderView,
  type BatchRow,
  type BatchView,
} from './card-production.http.js';

const LIST = `${BATCH_VIEW} where b.school_id = $1 and ($2::uuid[] is null or b.class_id = any($2))
    and ($3::boolean is not true or (b.cancelled_on is null
      and not exists (select from card_batch_step l where l.batch_id = b.id and l.position = 6)))
    and ($4::uuid is null or b.id < $4)
  order by b.id desc limit $5`;
const READERS = `select m.reader_id as "readerId", r.name, m.number, m.card_id as "cardId", c.status
  from card_batch_reader m join reader r on r.id = m.reader_id left join card c on c.id = m.card_id
  where m.batch_id = $1 and ($2::uuid is null or m.reader_id > $2) order by m.reader_id limit $3`;

/** Batches of a school; a teacher sees those of the own classes. Whoever shows names also logs the read. */
@Injectable()
export class CardProductionQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async page(caller: Caller, input: BatchesAsked, schoolId: SchoolId): Promise<Page<BatchView>> {
    const { reach } = caller;
    const rows = await this.lists.rows<BatchRow>(LIST, [
      schoolId,
      reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()],
      input.open ?? false,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    const today = this.clock.today();
    return pageOf(
      rows,
      input.limit,
      (row) => toBatchView(row, today),
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<BatchView> {
    const [row] = await this.database.rows<BatchRow>(`${BATCH_VIEW} where b.id = $1`, [id]);
    if (row === undefined || !isInReach(caller, row)) throw unknownThing();
    return toBatchView(row, this.clock.today());
  }

  async readers(
    { id }: BatchView,
    input: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<BatchReaderView>> {
    const values = [id, idAfter(input.cursor), input.limit + 1];
    const rows = await this.lists.rows<BatchReaderView>(READERS, values);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }
}
