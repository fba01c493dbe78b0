import { statement, type Rows } from '@shulian/service-kit';
import type { KnownCard, KnownReader } from './known-reader.row.js';

/**
 * Also makes the row that lending locks, and notes whoever has holds: one who left waits no longer, one who was suspended
 * may borrow again. One who left is noted in any case, because a hold may just be placed.
 */
const KNOW = statement(
  'known-reader.know',
  `with lendable as (insert into borrower (borrower_id) values ($1) on conflict do nothing
   ), noted as (
     insert into hold_review (reader_id)
     select $1 where $7 = 'left' or exists (select from borrower where borrower_id = $1 and open_holds > 0))
   insert into known_reader (reader_id, school_id, kind, class_id, section, entry_year, standing, suspended,
     suspended_until, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (reader_id) do update set school_id = excluded.school_id, kind = excluded.kind,
     class_id = excluded.class_id, section = excluded.section, entry_year = excluded.entry_year,
     standing = excluded.standing, suspended = excluded.suspended, suspended_until = excluded.suspended_until,
     version = excluded.version
   where known_reader.version < excluded.version`,
);

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
    await this.rows.rows(KNOW, [
      reader.readerId,
      reader.schoolId,
      reader.kind,
      reader.classId,
      reader.section,
      reader.entryYear,
      reader.standing,
      reader.suspended,
      reader.suspendedUntil,
      reader.version,
    ]);
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
