import type { EventBusServer } from '../inbox/event-bus-server.js';
import type { Database } from '../database/database.js';

const SAFE = /^[a-z][a-z0-9_]*$/;

/**
 * Throws the projections of a service away, and its positions with them, so that its groups read the log from the
 * beginning. Before its consumers join, and with no other instance running.
 */
export async function rebuildProjections(
  database: Database,
  server: EventBusServer,
  tables: readonly string[],
): Promise<void> {
  if (tables.length === 0) throw new Error('this service has no projections that could be made again');
  if (!tables.every((table) => SAFE.test(table)))
    throw new Error('a table name is lower-case letters and underscores');
  const rooms = server.roomsOfService();
  if (rooms.length === 0) throw new Error('no room listens: what is thrown away would not come back');
  await database.inTransaction(async (session) => {
    await session.rows(`truncate ${tables.join(', ')}, inbox, digested_position`);
    await session.rows('delete from parked_event where resolved_at is null');
  });
}
