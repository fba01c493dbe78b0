import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CardId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { BATCH_VIEW } from './card-batch.row.js';
import type { BatchRow } from './card-production.http.js';

const ADD = statement(
  'cardBatches.add',
  `insert into card_batch (id, school_id, class_id, window_id, created_on, created_by) values ($1, $2, $3, $4, $5, $6)`,
);
const LOCK = statement(
  'cardBatches.lock',
  `select b.id, b.school_id as "schoolId", b.class_id as "classId", b.window_id as "windowId",
     b.cancelled_on::text as "cancelledOn"
   from card_batch b where b.id = $1 for update`,
);
const POSITION = statement(
  'cardBatches.position',
  'select max(position) as position from card_batch_step where batch_id = $1',
);
const ADD_STEP = statement(
  'cardBatches.addStep',
  'insert into card_batch_step (batch_id, position, done_on, done_by) values ($1, $2, $3, $4)',
);
const UNDO_STEPS = statement(
  'cardBatches.undoSteps',
  'delete from card_batch_step where batch_id = $1 and position > $2',
);
const CANCEL = statement('cardBatches.cancel', 'update card_batch set cancelled_on = $2 where id = $1');
const WITHOUT_CARD = statement(
  'cardBatches.withoutCard',
  `select r.id, r.kind, r.class_id as "classId" from reader r where r.class_id = $1 and r.kind = 'student' and r.left_on is null
     and not exists (select from card c where c.reader_id = r.id and c.status = 'active') order by r.id`,
);
const FILL = statement(
  'cardBatches.fill',
  'insert into card_batch_reader (batch_id, reader_id) select $1, unnest($2::uuid[])',
);
const EMPTY = statement('cardBatches.empty', 'delete from card_batch_reader where batch_id = $1');
const READERS = statement(
  'cardBatches.readers',
  `select reader_id as "readerId", number, card_id as "cardId" from card_batch_reader where batch_id = $1 order by reader_id`,
);
const NUMBER = statement(
  'cardBatches.number',
  `update card_batch_reader b set number = t.number, card_id = t."cardId"
   from jsonb_to_recordset($2::jsonb) as t("readerId" uuid, number text, "cardId" uuid)
   where b.batch_id = $1 and b.reader_id = t."readerId"`,
);
const VIEW = statement('cardBatches.view', `${BATCH_VIEW} where b.id = $1`);

export type Batch = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId;
  readonly windowId: string | null;
  readonly cancelledOn: CalendarDay | null;
  readonly position: number;
};
export type BatchReader = {
  readonly readerId: ReaderId;
  readonly number: string | null;
  readonly cardId: CardId | null;
};
type Pupil = { readonly id: ReaderId; readonly kind: 'student'; readonly classId: SchoolClassId };

/** Batches of cards that are being made. */
export class CardProductionRepository {
  constructor(private readonly session: Session) {}

  async add(batch: Omit<Batch, 'cancelledOn' | 'position'>, on: CalendarDay, by: string): Promise<void> {
    await this.session.rows(ADD, [batch.id, batch.schoolId, batch.classId, batch.windowId, on, by]);
    await this.addStep(batch.id, 1, on, by);
  }

  async locked(id: string): Promise<Batch | null> {
    const [batch] = await this.session.rows<Omit<Batch, 'position'>>(LOCK, [id]);
    if (batch === undefined) return null;
    // Asked under the lock: what another desk did meanwhile counts.
    const [step] = await this.session.rows<Pick<Batch, 'position'>>(POSITION, [id]);
    return { ...batch, position: step?.position ?? 1 };
  }

  async addStep(id: string, position: number, on: CalendarDay, by: string): Promise<void> {
    await this.session.rows(ADD_STEP, [id, position, on, by]);
  }

  async undoStepsAfter(id: string, position: number): Promise<void> {
    await this.session.rows(UNDO_STEPS, [id, position]);
  }

  async cancel(id: string, on: CalendarDay): Promise<void> {
    await this.session.rows(CANCEL, [id, on]);
  }

  /** Pupils of the class who are here and have no card. */
  withoutCard(classId: SchoolClassId): Promise<Pupil[]> {
    return this.session.rows<Pupil>(WITHOUT_CARD, [classId]);
  }

  async fill(id: string, readerIds: readonly ReaderId[]): Promise<void> {
    await this.session.rows(FILL, [id, readerIds]);
  }

  async empty(id: string): Promise<void> {
    await this.session.rows(EMPTY, [id]);
  }

  readers(id: string): Promise<BatchReader[]> {
    return this.session.rows<BatchReader>(READERS, [id]);
  }

  /** Writes numbers and cards of readers of the batch. */
  async write(id: string, readers: readonly BatchReader[]): Promise<void> {
    await this.session.rows(NUMBER, [id, JSON.stringify(readers)]);
  }

  async view(id: string): Promise<BatchRow> {
    const [row] = await this.session.rows<BatchRow>(VIEW, [id]);
    if (row === undefined) throw new Error('the batch is gone');
    return row;
  }
}
