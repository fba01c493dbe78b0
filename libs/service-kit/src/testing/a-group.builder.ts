import type { DeliveredRecord, Held, Position, Positions, Subscription } from '../bus/event-bus.js';
import { laneOf } from '../bus/event-bus.js';
import { AnotherLog, OutOfPlace } from '../bus/placing.js';

/** A record of which everything could be read. */
export type ReadRecord = DeliveredRecord & {
  readonly eventId: string;
  readonly key: string;
  readonly type: string;
  readonly payload: string;
};

/** Positions in memory, for a test of a bus without a service. */
class PositionsOfTest implements Positions {
  readonly kept = new Map<string, Position>();

  read(): Promise<Position[]> {
    return Promise.resolve([...this.kept.values()]);
  }

  begin(places: readonly { readonly now: Position }[]): Promise<Position[]> {
    for (const { now } of places) this.kept.set(laneOf(now), now);
    return Promise.resolve(places.map(({ now }) => now));
  }
}

export type GroupForTests = Subscription & { readonly kept: Map<string, Position> };

/**
 * A group that digests as the test says and keeps its positions in memory, with the rules of the inbox: what lies below
 * a position is dropped, and nobody begins beyond one. A digestion that rejects holds all its partitions.
 */
export function aGroup({
  group,
  topics,
  digest,
}: {
  readonly group: string;
  readonly topics: readonly string[];
  readonly digest: (records: readonly ReadRecord[]) => Promise<unknown>;
}): GroupForTests {
  const positions = new PositionsOfTest();
  const { kept } = positions;
  const misplaced = (record: DeliveredRecord): Error | null => {
    const position = kept.get(laneOf(record));
    if (position === undefined) return new OutOfPlace('no position');
    if (position.logId !== record.logId) return new AnotherLog('another id');
    const isBefore = record.offset === position.nextOffset - 1n && position.lastEventId !== null;
    if (isBefore && position.lastEventId !== record.eventId) return new AnotherLog('another event');
    return record.from > position.nextOffset ? new OutOfPlace('beyond the position') : null;
  };
  return {
    group,
    topics,
    positions,
    kept,
    digest: async (records): Promise<Held[]> => {
      for (const ofLane of Map.groupBy(records, laneOf).values())
        for (const record of ofLane.slice(0, 1)) {
          const why = misplaced(record);
          if (why !== null) return [{ topic: record.topic, part: record.part, why }];
        }
      const fresh = records.filter((one) => one.offset >= (kept.get(laneOf(one))?.nextOffset ?? 0n));
      try {
        if (fresh.length > 0) await digest(fresh as ReadRecord[]);
      } catch (why) {
        return [
          ...new Map(records.map((one) => [laneOf(one), { topic: one.topic, part: one.part, why }])).values(),
        ];
      }
      for (const { topic, part, offset, logId, eventId } of fresh)
        kept.set(laneOf({ topic, part }), {
          topic,
          part,
          nextOffset: offset + 1n,
          logId,
          lastEventId: eventId,
        });
      return [];
    },
  };
}
