import { newId, violatedUnique, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { TRANSFER, type Transfer, type TransferState } from './reader-transfer.row.js';

/** Readers on their way from school to school. */
export class ReaderTransfersRepository {
  constructor(private readonly session: Session) {}

  /** Null when the reader is on the way already; the transaction is then lost. */
  async add(
    offer: Pick<Transfer, 'readerId' | 'fromSchoolId' | 'toSchoolId' | 'note' | 'offeredBy' | 'offeredOn'>,
  ): Promise<string | null> {
    const id = newId();
    try {
      await this.session.rows(
        `insert into reader_transfer (id, reader_id, from_school_id, to_school_id, status, note, offered_by, offered_on, version)
         values ($1, $2, $3, $4, 'offered', $5, $6, $7, 1)`,
        [
          id,
          offer.readerId,
          offer.fromSchoolId,
          offer.toSchoolId,
          offer.note,
          offer.offeredBy,
          offer.offeredOn,
        ],
      );
      return id;
    } catch (error) {
      if (violatedUnique(error) === 'reader_transfer_once') return null;
      throw error;
    }
  }

  async byId(id: string): Promise<Transfer | null> {
    return this.one(`select ${TRANSFER} from reader_transfer t where id = $1`, id);
  }

  /** Locked until the end of the transaction. */
  async locked(id: string): Promise<Transfer | null> {
    return this.one(`select ${TRANSFER} from reader_transfer t where id = $1 for no key update`, id);
  }

  async end(
    id: string,
    status: Exclude<TransferState, 'offered'>,
    by: string,
    on: CalendarDay,
    answer: string | null,
  ): Promise<void> {
    await this.session.rows(
      `update reader_transfer set status = $2, ended_by = $3, ended_on = $4, answer = $5, version = version + 1 where id = $1`,
      [id, status, by, on, answer],
    );
  }

  /**
   * What else belongs to the school of a reader goes along: the words it is found by, and accounts of the reader. Whoever keeps a
   * copy of the readers of the old school is told that this one is there no more.
   */
  async follow(readerId: ReaderId, from: SchoolId, to: SchoolId): Promise<void> {
    await this.session.rows('update reader_word set school_id = $2 where reader_id = $1', [readerId, to]);
    await this.session.rows(
      `update account_grant set school_id = $2 where reader_id = $1 and school_id is not null`,
      [readerId, to],
    );
    await this.session.rows(
      `insert into reader_tombstone (id, school_id) values ($1, $2)
       on conflict (id) do update set school_id = excluded.school_id, deleted_at = clock_timestamp(),
         changed_in = pg_current_xact_id()`,
      [readerId, from],
    );
  }

  private async one(text: string, id: string): Promise<Transfer | null> {
    return (await this.session.rows<Transfer>(text, [id]))[0] ?? null;
  }
}
