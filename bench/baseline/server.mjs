// The bare server a checkout is held against (README.md beside this file). Frozen.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { lenderOfSameRows } from './same-rows.mjs';

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  // Its connections, and what is planned on them, outlive the pauses between the runs.
  idleTimeoutMillis: 0,
  options: '-c search_path=bench_baseline',
});

const COPY = {
  name: 'copy',
  text: 'select id, title_id, state, version from copy where barcode = $1 for update',
};
const READER = {
  name: 'reader',
  text: `select r.id, r.kind, r.standing, p.loan_limit, p.loan_days,
           (select count(*)::int from loan l where l.reader_id = r.id and l.returned_at is null) as open_loans
         from reader r join policy p on p.reader_kind = r.kind where r.card_number = $1 for update of r`,
};
const LOAN = {
  name: 'loan',
  text: 'insert into loan (id, copy_id, reader_id, loaned_on, due_on) values ($1, $2, $3, $4, $5)',
};
const MOVE = { name: 'move', text: `update copy set state = 'on-loan', version = $2 where id = $1` };
const OUTBOX = {
  name: 'outbox',
  text: `insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
         values ($1, 'shulian.circulation.copy', $2, $3, 'shulian.circulation.loan.checked-out.v1', $4, $5)`,
};
const MERGED = {
  name: 'merged',
  text: `with c as (
      select id, title_id, state, version from copy where barcode = $1 for update
    ), r as (
      select r.id, r.standing, p.loan_limit, p.loan_days,
        (select count(*) from loan l where l.reader_id = r.id and l.returned_at is null) as open_loans
      from reader r join policy p on p.reader_kind = r.kind where r.card_number = $2 for update of r
    ), lent as (
      insert into loan (id, copy_id, reader_id, loaned_on, due_on)
      select $3::uuid, c.id, r.id, $4::date, $4::date + r.loan_days from c, r
      where c.state = 'in' and r.standing = 'active' and r.open_loans < r.loan_limit
      returning id, copy_id, reader_id, loaned_on, due_on
    ), moved as (
      update copy set state = 'on-loan', version = copy.version + 1 from lent where copy.id = lent.copy_id
      returning copy.id, copy.version, copy.title_id
    ), told as (
      insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
      select $5::uuid, 'shulian.circulation.copy', m.id::text, m.version, 'shulian.circulation.loan.checked-out.v1',
        json_build_object('specversion', '1.0', 'id', $5::text, 'data', json_build_object(
          'loanId', l.id, 'copyId', l.copy_id, 'titleId', m.title_id, 'readerId', l.reader_id,
          'loanedOn', l.loaned_on, 'dueOn', l.due_on)), $6::timestamptz
      from lent l, moved m
    )
    select l.*, m.title_id from lent l, moved m`,
};

const query = (client, statement, values) => client.query({ ...statement, values });
const dayAfter = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const viewOf = (loan) => ({ loan: { ...loan, renewals: 0, status: 'open' } });
const refusal = { code: 'checkout.refused' };

async function lendInSeven({ copyBarcode, cardNumber }) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const [copy] = (await query(client, COPY, [copyBarcode])).rows;
    const [reader] = (await query(client, READER, [cardNumber])).rows;
    if (copy?.state !== 'in' || reader?.standing !== 'active' || reader.open_loans >= reader.loan_limit) {
      await client.query('rollback');
      return undefined;
    }
    const at = new Date().toISOString();
    const loanedOn = at.slice(0, 10);
    const loan = {
      id: randomUUID(),
      copyId: copy.id,
      titleId: copy.title_id,
      readerId: reader.id,
      loanedOn,
      dueOn: dayAfter(loanedOn, reader.loan_days),
    };
    await query(client, LOAN, [loan.id, copy.id, reader.id, loan.loanedOn, loan.dueOn]);
    await query(client, MOVE, [copy.id, copy.version + 1]);
    const eventId = randomUUID();
    const event = { specversion: '1.0', id: eventId, data: { ...loan, loanId: loan.id } };
    await query(client, OUTBOX, [eventId, copy.id, copy.version + 1, JSON.stringify(event), at]);
    await client.query('commit');
    return viewOf(loan);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function lendInOne({ copyBarcode, cardNumber }) {
  const at = new Date().toISOString();
  const values = [copyBarcode, cardNumber, randomUUID(), at.slice(0, 10), randomUUID(), at];
  const [lent] = (await query(pool, MERGED, values)).rows;
  if (lent === undefined) return undefined;
  return viewOf({
    id: lent.id,
    copyId: lent.copy_id,
    titleId: lent.title_id,
    readerId: lent.reader_id,
    loanedOn: lent.loaned_on,
    dueOn: lent.due_on,
  });
}

// The settings of circulation's sessions: what is looked up is looked up by index.
const sameRows = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  idleTimeoutMillis: 0,
  options: '-c search_path=bench_same_rows -c enable_seqscan=off -c jit=off',
});
const lendSameRows = lenderOfSameRows(sameRows, JSON.parse(process.env.SAMPLE));

const server = Fastify();
const routes = {
  '/seven': ({ body }) => lendInSeven(body),
  '/merged': ({ body }) => lendInOne(body),
  '/same-rows': lendSameRows,
};
for (const [path, lend] of Object.entries(routes))
  server.post(path, async (request, reply) => {
    const view = await lend(request);
    if (view === undefined) return reply.code(409).send(refusal);
    return reply.code(201).type('application/json').send(view);
  });

const url = await server.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ url });
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
