import type { ReaderId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { KnownCard, KnownReader } from './known-reader.row.js';

const FIND = statement(
  'known-reader.find',
  `select reader_id as "readerId", school_id as "schoolId", kind, class_id as "classId", section,
          entry_year as "entryYear", standing, suspended, suspended_until::text as "suspendedUntil", version
   from known_reader where reader_id = $1`,
);

/** Also makes the row that lending locks. */
const KNOW = statement(
  'known-reader.know',
  `with lendable as (insert into borrower (reader_id) values ($1) on conflict do nothing)
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

  async byId(id: ReaderId): Promise<KnownReader | null> {
    const [row] = await this.rows.rows<KnownReader>(FIND, [id]);
    return row ?? null;
  }

  /** Takes what an event says, unless something newer of the reader is known. */
  async change(id: ReaderId, fold: (known: KnownReader | null) => KnownReader): Promise<void> {
    const reader = fold(await this.byId(id));
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
