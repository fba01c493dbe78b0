import type { Duplex } from 'node:stream';
import { Query, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

const BEGIN = { name: 'transaction.begin', text: 'begin' };

/** What `pg` hands to a query that writes its own messages (as pg-cursor does); its types leave most of it out. */
type Wire = {
  readonly stream: Duplex;
  bind(what: { readonly statement: string }): void;
  execute(what: object): void;
};
type OnResult = (error: Error | null, result: QueryResult) => void;
type WireQuery = {
  submit(wire: Wire): Error | null;
  handleCommandComplete(message: unknown, wire: Wire): void;
};
const WireQuery = Query as unknown as new (
  config: QueryConfig & { readonly callback: OnResult },
) => WireQuery;

/** A statement with `begin` before it, in one group of messages. */
class Opening extends WireQuery {
  private begun = false;

  override submit(wire: Wire): Error | null {
    wire.stream.cork();
    try {
      wire.bind({ statement: BEGIN.name });
      wire.execute({});
      return super.submit(wire);
    } finally {
      wire.stream.uncork();
    }
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.begun) super.handleCommandComplete(message, wire);
    this.begun = true;
  }
}

/** Connections on which `begin` has been prepared. */
const prepared = new WeakSet<PoolClient>();

/**
 * Opens a transaction with its first statement: one trip instead of two (round trips are the cost, speed rules). They
 * travel as one group of messages and not just one behind the other: if `begin` alone failed (cancelled, timed out),
 * the statement behind it would run outside any transaction and stay; of one group the server passes over the rest.
 * Whatever it throws, a transaction may be open: roll back.
 */
export async function beginWith<Row extends QueryResultRow>(
  client: PoolClient,
  first: QueryConfig,
): Promise<QueryResult<Row>> {
  // Text without a name or values goes by the simple protocol, which has no groups (and may be several statements).
  const alone = first.name === undefined && (first.values ?? []).length === 0;
  if (alone || !prepared.has(client)) {
    await client.query(BEGIN);
    prepared.add(client);
    return client.query<Row>(first);
  }
  try {
    return await new Promise<QueryResult<Row>>((resolve, reject) => {
      const callback: OnResult = (error, result) => (error === null ? resolve(result) : reject(error));
      client.query(new Opening({ ...first, callback }) as never);
    });
  } catch (error) {
    // As pg does: a stack that leads here and not to the socket.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
