import type { CalendarDay, CardId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { Card, CardState } from './rules/card.js';

export type CardRow = {
  readonly id: string;
  readonly reader_id: string;
  readonly school_id: string;
  readonly number: string;
  readonly card_key: string;
  readonly status: string;
  readonly replaces: string | null;
  readonly issued_on: string;
  readonly blocked_on: string | null;
  readonly valid_until: string | null;
};

/** The columns with their types, for `jsonb_to_recordset` and `select`; days travel as text. */
export const CARD_COLUMNS: readonly (readonly [column: keyof CardRow, type: string])[] = [
  ['id', 'uuid'],
  ['reader_id', 'uuid'],
  ['school_id', 'uuid'],
  ['number', 'text'],
  ['card_key', 'text'],
  ['status', 'text'],
  ['replaces', 'uuid'],
  ['issued_on', 'date'],
  ['blocked_on', 'date'],
  ['valid_until', 'date'],
];

export const toCard = (row: CardRow): Card => ({
  id: row.id as CardId,
  readerId: row.reader_id as ReaderId,
  schoolId: row.school_id as SchoolId,
  number: row.number,
  key: row.card_key,
  state:
    row.blocked_on === null
      ? { is: 'active' }
      : ({ is: row.status, on: row.blocked_on as CalendarDay } as CardState),
  replaces: row.replaces as CardId | null,
  issuedOn: row.issued_on as CalendarDay,
  validUntil: row.valid_until as CalendarDay | null,
});

export const toRow = (card: Card): CardRow => ({
  id: card.id,
  reader_id: card.readerId,
  school_id: card.schoolId,
  number: card.number,
  card_key: card.key,
  status: card.state.is,
  replaces: card.replaces,
  issued_on: card.issuedOn,
  blocked_on: card.state.is === 'active' ? null : card.state.on,
  valid_until: card.validUntil,
});
