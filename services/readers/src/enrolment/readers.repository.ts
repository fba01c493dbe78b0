import { statement, type Session } from '@shulian/service-kit';
import type { ReaderId } from '@shulian/contracts/ids';
import { READER_COLUMNS, toReader, toRow, type ReaderRow } from './reader.row.js';
import type { Reader } from './rules/reader.js';

const names = READER_COLUMNS.map(([column]) => column);
const columns = names.join(', ');
const selected = READER_COLUMNS.map(([column, type]) => (type === 'date' ? `${column}::text` : column)).join(
  ', ',
);
const incoming = `jsonb_to_recordset($1::jsonb) as i(${READER_COLUMNS.map((column) => column.join(' ')).join(', ')})`;

const ADD = statement('readers.add', `insert into reader (${columns}) select ${columns} from ${incoming}`);
const CHANGE = statement(
  'readers.change',
  `update reader r set ${names.map((name) => `${name} = i.${name}`).join(', ')} from ${incoming} where r.id = i.id`,
);
const LOCK = statement(
  'readers.lock',
  `select ${selected} from reader where id = any($1::uuid[]) order by id for no key update`,
);

/** The questions asked of readers. */
export class ReadersRepository {
  constructor(private readonly session: Session) {}

  async add(readers: readonly Reader[]): Promise<void> {
    if (readers.length > 0) await this.session.rows(ADD, [JSON.stringify(readers.map(toRow))]);
  }

  /** Writes readers that were locked before. */
  async change(readers: readonly Reader[]): Promise<void> {
    if (readers.length > 0) await this.session.rows(CHANGE, [JSON.stringify(readers.map(toRow))]);
  }

  /** Locked until the end of the transaction, in the order of their ids. */
  async locked(ids: readonly ReaderId[]): Promise<Reader[]> {
    return ids.length === 0 ? [] : (await this.session.rows<ReaderRow>(LOCK, [ids])).map(toReader);
  }

  async lockedOne(id: ReaderId): Promise<Reader | null> {
    return (await this.locked([id]))[0] ?? null;
  }
}
