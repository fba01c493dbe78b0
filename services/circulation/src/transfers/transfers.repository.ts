import type { CalendarDay, CopyId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { transferColumns, VIEW_FROM, VIEW_ON } from './transfer.row.js';
import type { Transfer } from './rules/transfer.js';
import { toTransferView, type TransferRow, type TransferView } from './transfers.http.js';

const ADD = statement(
  'copy-transfer.add',
  `insert into copy_transfer (id, copy_id, title_id, owning_school_id, from_school_id, to_school_id, why, hold_id, status,
     requested_on) values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', $9)`,
);
const LOCK = statement(
  'copy-transfer.lock',
  `select ${transferColumns} from copy_transfer t where t.id = $1 for update`,
);
const SEEN = statement(
  'copy-transfer.seen',
  `select ${transferColumns}, t.received_at_school_id as "receivedAtSchoolId" from copy_transfer t where t.id = $1`,
);
/** A lost one may still be found. */
const ON_ITS_WAY = `(t.status in ('requested', 'packed')
    or t.status = 'lost' and exists (select from lent_copy lc where lc.copy_id = t.copy_id and lc.state = 'lost'))`;
const CURRENT = statement(
  'copy-transfer.current',
  `select ${transferColumns} from copy_transfer t where t.copy_id = $1 and ${ON_ITS_WAY} order by t.id desc limit 1
   for update`,
);
const WITH_BARCODE = statement(
  'copy-transfer.with-barcode',
  `select distinct on (t.copy_id) ${transferColumns} from known_copy k join copy_transfer t on t.copy_id = k.copy_id
   where k.barcode = $1 and ${ON_ITS_WAY} order by t.copy_id, t.id desc`,
);
const LAST = statement(
  'copy-transfer.last',
  `select ${transferColumns} from copy_transfer t where t.copy_id = $1 order by t.id desc limit 1`,
);
const CAME_FOR_HOLD = statement(
  'copy-transfer.came-for-hold',
  `select t.why = 'hold' and t.status = 'received' as "forHold" from copy_transfer t
   where t.copy_id = $1 and t.id < $2 order by t.id desc limit 1`,
);
const PACK = statement(
  'copy-transfer.pack',
  `update copy_transfer set status = 'packed', run_id = $2, packed_on = $3, packed_by = $4, version = version + 1
   where id = $1`,
);
const UNPACK = statement(
  'copy-transfer.unpack',
  `update copy_transfer set status = 'requested', run_id = null, packed_on = null, packed_by = null,
     version = version + 1 where id = $1`,
);
const RECEIVE = statement(
  'copy-transfer.receive',
  `update copy_transfer set status = 'received', received_at_school_id = $2, ended_on = $3, ended_by = $4,
     version = version + 1 where id = $1`,
);
const SEND_AGAIN = statement(
  'copy-transfer.send-again',
  `update copy_transfer set status = 'packed', packed_on = coalesce(packed_on, $2), received_at_school_id = null,
     ended_on = null, ended_by = null, version = version + 1 where id = $1`,
);
const END = statement(
  'copy-transfer.end',
  `update copy_transfer set status = $2, ended_on = $3, ended_by = $4, note = $5, version = version + 1 where id = $1`,
);
const VIEW = statement('copy-transfer.view', `${VIEW_ON}$2${VIEW_FROM} where t.id = $1`);

/** Who did something, and when. */
export type DoneBy = { readonly on: CalendarDay; readonly by: string };

export class TransfersRepository {
  constructor(private readonly rows: Rows) {}

  async add(transfer: Transfer, requestedOn: CalendarDay): Promise<void> {
    const { id, copyId, titleId, owningSchoolId, fromSchoolId, toSchoolId, why, holdId } = transfer;
    await this.rows.rows(ADD, [
      id,
      copyId,
      titleId,
      owningSchoolId,
      fromSchoolId,
      toSchoolId,
      why,
      holdId,
      requestedOn,
    ]);
  }

  async locked(id: string): Promise<Transfer | null> {
    return (await this.rows.rows<Transfer>(LOCK, [id]))[0] ?? null;
  }

  /** Without a lock: which copy it is about, and whom it concerns. */
  async seen(id: string): Promise<(Transfer & { readonly receivedAtSchoolId: SchoolId | null }) | null> {
    const rows = await this.rows.rows<Transfer & { receivedAtSchoolId: SchoolId | null }>(SEEN, [id]);
    return rows[0] ?? null;
  }

  /** The way a copy is on, locked; lost on it counts, too. */
  async currentOf(copyId: CopyId): Promise<Transfer | null> {
    return (await this.rows.rows<Transfer>(CURRENT, [copyId]))[0] ?? null;
  }

  /** The ways of all copies with a barcode, without a lock. */
  withBarcode(barcode: string): Promise<Transfer[]> {
    return this.rows.rows<Transfer>(WITH_BARCODE, [barcode]);
  }

  async lastOf(copyId: CopyId): Promise<Transfer | null> {
    return (await this.rows.rows<Transfer>(LAST, [copyId]))[0] ?? null;
  }

  /** Whether the way before this one brought the copy to a reader: its school has it out for others until it is home. */
  async cameForHold({ copyId, id }: Transfer): Promise<boolean> {
    const [row] = await this.rows.rows<{ forHold: boolean }>(CAME_FOR_HOLD, [copyId, id]);
    return row?.forHold === true;
  }

  async pack(id: string, runId: string, { on, by }: DoneBy): Promise<void> {
    await this.rows.rows(PACK, [id, runId, on, by]);
  }

  async unpack(id: string): Promise<void> {
    await this.rows.rows(UNPACK, [id]);
  }

  async receive(id: string, atSchoolId: SchoolId, { on, by }: DoneBy): Promise<void> {
    await this.rows.rows(RECEIVE, [id, atSchoolId, on, by]);
  }

  async sendAgain(id: string, on: CalendarDay): Promise<void> {
    await this.rows.rows(SEND_AGAIN, [id, on]);
  }

  async end(
    id: string,
    how: 'refused' | 'not-needed' | 'lost',
    { on, by }: DoneBy,
    note: string | null,
  ): Promise<void> {
    await this.rows.rows(END, [id, how, on, by, note]);
  }

  async view(id: string, today: CalendarDay): Promise<TransferView> {
    const [row] = await this.rows.rows<TransferRow>(VIEW, [id, today]);
    if (row === undefined) throw new Error('the transfer is gone');
    return toTransferView(row);
  }
}
