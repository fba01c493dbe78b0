import { shared, sql, statement, statementOf, type Rows } from '@shulian/service-kit';
import type { KnownCard, KnownReader } from './known-reader.row.js';

/**
 * Also makes the row that lending locks, and notes whoever has holds: one who left waits no longer, one who was suspended
 * may borrow again. One who left is noted in any case, because a hold may just be placed.
 */
const KNOW = statementOf<KnownReader>('known-reader.know', (value) => {
  const readerId = shared(value((reader) => reader.readerId));
  const standing = shared(value((reader) => reader.standing));
  return sql`with lendable as (insert into borrower (borrower_id) values (${readerId}) on conflict do nothing
   ), noted as (
     insert into hold_review (reader_id)
     select ${readerId}
     where ${standing} = 'left' or exists (select from borrower where borrower_id = ${readerId} and open_holds > 0))
   insert into known_reader (reader_id, school_id, kind, class_id, section, entry_year, standing, suspended,
     suspended_until, version)
   values (${readerId}, ${value(({ schoolId }) => schoolId)}, ${value(({ kind }) => kind)},
     ${value(({ classId }) => classId)}, ${value(({ section }) => section)}, ${value(({ entryYear }) => entryYear)},
     ${standing}, ${value(({ suspended }) => suspended)}, ${value(({ suspendedUntil }) => suspendedUntil)},
     ${value(({ version }) => version)})
   on conflict (reader_id) do update set school_id = excluded.school_id, kind = excluded.kind,
     class_id = excluded.class_id, section = excluded.section, entry_year = excluded.entry_year,
     standing = excluded.standing, suspended = excluded.suspended, suspended_until = excluded.suspended_until,
     version = excluded.version
   where known_reader.version < excluded.version`;
});

const KNOW_CARD = statement(
  'known-card.know',
  `insert into known_card (card_id, card_key, reader_id, school_id, status, version) values ($1, $2, $3, $4, $5, $6)
   on conflict (card_id) do update set card_key = excluded.card_key, reader_id = excluded.reader_id,
     school_id = excluded.school_id, status = excluded.status, version = excluded.version
   where known_card.version < excluded.version`,
);

export class KnownReadersRepository {
  constructor(private readonly rows: Rows) {}

  /** Takes what an event tells, unless something newer of the reader is known. */
  async know(reader: KnownReader): Promise<void> {
    await this.rows.rows(...KNOW.with(reader));
  }

  async knowCards(cards: readonly KnownCard[]): Promise<void> {
    for (const card of cards)
      await this.rows.rows(KNOW_CARD, [
        card.cardId,
        card.cardKey,
        card.readerId,
        card.schoolId,
        card.status,
        card.version,
      ]);
  }
}
