import type { EventBus } from '../bus/event-bus.js';
import type { EventBusServer } from '../bus/event-bus-server.js';
import type { Database } from '../database/database.js';

const SAFE = /^[a-z][a-z0-9_]*$/;

/**
 * Throws the projections of a service away and lets its groups read the log from the beginning. Before its consumers
 * join, and with no other instance running. The groups go back first: a crash in between costs only a harmless
 * redelivery, since the inbox still knows everything.
 */
export async function rebuildProjections<Store>(
  database: Database,
  bus: EventBus,
  server: EventBusServer<Store>,
  tables: readonly string[],
): Promise<void> {
  if (tables.length === 0) throw new Error('this service has no projections that could be made again');
  if (!tables.every((table) => SAFE.test(table)))
    throw new Error('a table name is lower-case letters and underscores');
  const rooms = server.roomsOfService();
  if (rooms.length === 0) throw new Error('no room listens: what is thrown away would not come back');
  for (const room of rooms) await bus.rewind(room.handler, server.topicsOf(room));
  await database.inTransaction(async (session) => {
    await session.rows(`truncate ${tables.join(', ')}`);
    const handlers = rooms.map((room) => room.handler);
    await session.rows('delete from inbox where handler = any($1)', [handlers]);
    await session.rows('delete from parked_event where handler = any($1) and resolved_at is null', [
      handlers,
    ]);
  });
}
