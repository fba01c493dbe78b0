// The reads and writes of a checkout of ours, on its own tables, bare (README.md beside this file).
import { hash, randomUUID, randomUUIDv7 } from 'node:crypto';

const ROUTE = 'POST /api/v1/checkouts';
/** As long as the product's: an account's id. */
const CALLER = '01940000-0000-7000-8000-00000000ba2e';

const COPY = {
  name: 'same.copy',
  text: `select c.copy_id, c.title_id, c.kind, c.stock_state, c.clc,
           lc.version, lc.state, lc.loan_id, lc.hold_id, lc.held_for, q.waiting
         from known_copy c join lent_copy lc using (copy_id) left join title_queue q using (title_id)
         where c.barcode = $1 and c.school_id = $2 for update of lc`,
};
const READER = {
  name: 'same.reader',
  text: `select r.reader_id, r.school_id, r.kind, r.class_id, r.standing, r.suspended,
           r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
           coalesce(kc.entry_year, r.entry_year) as entry_year, card.status as card_status,
           b.version, b.open_loan_ids, b.open_title_ids, b.open_dues::text[] as open_dues, b.open_holds,
           b.loans_since_note, b.compensations_owed,
           (select stamp from lending_policy_stamp) as policy_stamp,
           coalesce((select version from known_calendar where school_id = $2), 0) as calendar_version,
           d.body_hash, d.status as answer_status, d.answer
         from known_card card
         join known_reader r using (reader_id)
         join borrower b using (reader_id)
         left join known_class kc on kc.class_id = r.class_id
         left join desk_request d on d.caller = $3 and d.route = $4 and d.key = $5
         where card.card_key = $1 and card.school_id = $2 for update of b`,
};
const LOAN = {
  name: 'same.loan',
  text: `insert into loan (id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id,
           reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by)
         values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};
const MOVE = {
  name: 'same.move',
  text: `with moved as (
           update lent_copy set version = $2, state = 'on-loan', loan_id = $3, hold_id = null, held_for = null
           where copy_id = $1)
         update borrower set version = $5, open_loans = open_loans + 1, open_loan_ids = open_loan_ids || $3::uuid,
           open_title_ids = open_title_ids || $6::uuid, open_dues = open_dues || $7::date, open_holds = $8,
           loans_since_note = $9
         where reader_id = $4`,
};
const TELL = {
  name: 'same.tell',
  text: `with answered as (
           insert into desk_request (caller, route, key, body_hash, status, answer) values ($1, $2, $3, $4, 201, $5))
         insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
         values ($6, $7, $8, $9, $10, $11, $12)`,
};

const query = (client, statement, values = []) => client.query({ ...statement, values });

/**
 * @param pool on the schema of these tables
 * @param sample a checkout as the product answered and announced it: what is written here is as long and as deep
 * @returns what lends for a request: the answer as JSON, or undefined
 */
export const lenderOfSameRows = (pool, { schoolId, terms, event, answer }) => {
  const { dueOn, loanedOn } = answer.loan;
  return async (request) => {
    const { copyBarcode, cardNumber } = request.body;
    const key = request.headers['idempotency-key'];
    const client = await pool.connect();
    try {
      await client.query('begin');
      const [copy] = (await query(client, COPY, [copyBarcode, schoolId])).rows;
      const [reader] = (await query(client, READER, [cardNumber, schoolId, CALLER, ROUTE, key])).rows;
      const mayBorrow = reader?.standing === 'active' && reader.card_status === 'active' && !reader.suspended;
      if (copy?.state !== 'in' || !mayBorrow || reader.answer_status !== null) {
        await client.query('rollback');
        return undefined;
      }
      const id = randomUUIDv7();
      const at = new Date().toISOString();
      const ids = { copyId: copy.copy_id, titleId: copy.title_id, readerId: reader.reader_id };
      await query(client, LOAN, [
        ...[
          id,
          ids.copyId,
          ids.titleId,
          ids.readerId,
          schoolId,
          reader.school_id,
          reader.kind,
          reader.class_id,
        ],
        ...[event.data.grade, copy.clc, loanedOn, at, dueOn, JSON.stringify(terms), CALLER],
      ]);
      await query(client, MOVE, [
        ...[ids.copyId, copy.version + 1, id, ids.readerId, reader.version + 1, ids.titleId, dueOn],
        ...[reader.open_holds, reader.loans_since_note + 1],
      ]);
      const eventId = randomUUIDv7();
      const told = {
        ...event,
        id: eventId,
        subject: ids.copyId,
        partitionkey: ids.copyId,
        time: at,
        aggregateversion: copy.version + 1,
        correlationid: randomUUID(),
        data: { ...event.data, ...ids, loanId: id, loanedAt: at },
      };
      const view = JSON.stringify({ ...answer, loan: { ...answer.loan, ...ids, id, loanedAt: at } });
      await query(client, TELL, [
        ...[CALLER, ROUTE, key, hash('sha256', JSON.stringify(request.body), 'buffer'), view],
        ...[eventId, 'shulian.circulation.copy', ids.copyId, copy.version + 1, event.type],
        ...[JSON.stringify(told), at],
      ]);
      await client.query('commit');
      return view;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };
};
