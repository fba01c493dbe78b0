import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CardId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { CARD_COLUMNS, toCard, toRow, type CardRow } from './card.row.js';
import type { Card } from './rules/card.js';

const columns = CARD_COLUMNS.map(([column]) => column).join(', ');
const selected = CARD_COLUMNS.map(([column, type]) => (type === 'date' ? `${column}::text` : column)).join(
  ', ',
);
const incoming = `jsonb_to_recordset($1::jsonb) as i(${CARD_COLUMNS.map((column) => column.join(' ')).join(', ')})`;

const ADD = statement(
  'cards.add',
  `insert into card (${columns}) select ${columns} from ${incoming} on conflict do nothing returning number`,
);
const TAKEN = statement(
  'cards.taken',
  'select number from card where school_id = $1 and number = any($2::text[])',
);
const LOCK = statement('cards.lock', `select ${selected} from card where id = $1 for no key update`);
const BY_ID = statement('cards.byId', `select ${selected} from card where id = $1`);
const BY_IDS = statement('cards.byIds', `select ${selected} from card where id = any($1::uuid[])`);
const LOCK_ALL = statement(
  'cards.lockAll',
  `select ${selected} from card where id = any($1::uuid[]) order by id for no key update`,
);
const EXPIRED = statement(
  'cards.expired',
  `select ${selected} from card where status = 'active' and valid_until < $1 order by valid_until, id limit $2`,
);
const ACTIVE_OF = statement(
  'cards.activeOf',
  `select ${selected} from card where reader_id = any($1::uuid[]) and status = 'active' order by id for no key update`,
);
const BLOCK = statement(
  'cards.block',
  `update card set status = i.status, blocked_on = i.blocked_on from ${incoming} where card.id = i.id`,
);

/** The questions asked of cards. */
export class CardsRepository {
  constructor(private readonly session: Session) {}

  /** False when one of the numbers was given by someone else meanwhile. */
  async add(cards: readonly Card[]): Promise<boolean> {
    if (cards.length === 0) return true;
    const added = await this.session.rows(ADD, [JSON.stringify(cards.map(toRow))]);
    return added.length === cards.length;
  }

  /** Which of the numbers the school has given, ever. */
  async taken(schoolId: SchoolId, numbers: readonly string[]): Promise<Set<string>> {
    if (numbers.length === 0) return new Set();
    const rows = await this.session.rows<{ number: string }>(TAKEN, [schoolId, numbers]);
    return new Set(rows.map(({ number }) => number));
  }

  async byId(id: CardId): Promise<Card | null> {
    const [row] = await this.session.rows<CardRow>(BY_ID, [id]);
    return row === undefined ? null : toCard(row);
  }

  /** Locked until the end of the transaction; its reader must be locked before. */
  async locked(id: CardId): Promise<Card | null> {
    const [row] = await this.session.rows<CardRow>(LOCK, [id]);
    return row === undefined ? null : toCard(row);
  }

  /** The cards they borrow with, locked until the end of the transaction; their readers must be locked before. */
  async activeOf(readerIds: readonly ReaderId[]): Promise<Card[]> {
    return (await this.session.rows<CardRow>(ACTIVE_OF, [readerIds])).map(toCard);
  }

  async byIds(ids: readonly CardId[]): Promise<Card[]> {
    return (await this.session.rows<CardRow>(BY_IDS, [ids])).map(toCard);
  }

  /** Locked until the end of the transaction; their readers must be locked before. */
  async lockedAll(ids: readonly CardId[]): Promise<Card[]> {
    return (await this.session.rows<CardRow>(LOCK_ALL, [ids])).map(toCard);
  }

  /** Temporary cards that still borrow after their last day. */
  async expired(today: CalendarDay, most: number): Promise<Card[]> {
    return (await this.session.rows<CardRow>(EXPIRED, [today, most])).map(toCard);
  }

  /** Writes how cards stand that were locked before. */
  async block(cards: readonly Card[]): Promise<void> {
    if (cards.length > 0) await this.session.rows(BLOCK, [JSON.stringify(cards.map(toRow))]);
  }
}
