import { laneOf, type Edges, type FoundLog, type Lane, type Position, type Positions } from './event-bus.js';

/** What an inbox surely remembers, in milliseconds: a day less than its ids are kept. */
export const REMEMBERED_MS = 34 * 86_400_000;

/** The reader is not where the group stands: someone has moved the position, or the reader has passed over something. */
export class OutOfPlace extends Error {
  override readonly name: string = 'OutOfPlace';
}

/** The event before the position is not the one that was digested: another log is in the place of ours. */
export class AnotherLog extends OutOfPlace {
  override readonly name = 'AnotherLog';
}

export type Beginning = {
  readonly from: 'position' | 'start' | 'what may be new';
  /** for a person; null when nothing is odd about it */
  readonly why: string | null;
};

/** Where to begin in a partition: behind what was digested, unless the log is another one than it was. */
export function beginningOf(
  position: Position | undefined,
  logId: string,
  { low, high, before }: Edges,
  swapped: boolean,
): Beginning {
  if (position === undefined) return { from: 'start', why: null };
  const { nextOffset, lastEventId } = position;
  if (position.logId !== '' && position.logId !== logId)
    return {
      from: 'what may be new',
      why: `another log is in the place of ours, in which we stood at ${nextOffset}`,
    };
  if (nextOffset > high)
    return { from: 'what may be new', why: `the log ends at ${high}, before our position ${nextOffset}` };
  const other = before !== undefined && lastEventId !== null && nextOffset > low && before !== lastEventId;
  if (swapped || other)
    return { from: 'what may be new', why: `before our position ${nextOffset} lies another event than ours` };
  if (nextOffset < low)
    return { from: 'start', why: `the log begins at ${low} only: ${low - nextOffset} records were not read` };
  return { from: 'position', why: null };
}

/**
 * Where a group goes on in each of these partitions. What it has no position for begins at the start of the log. Of a log
 * that is another one (made anew, or a copy of ours elsewhere) or that lost its end, only what is younger than the memory
 * of the inbox is read: the inbox drops what it knows. Older than that is surely digested, and would act twice.
 * @param lanes null: all of the log
 * @param swapped partitions of which the reader has found that another log is there
 * @param say told of each partition in which something was odd
 */
export async function placeLanes(
  positions: Positions,
  find: (positions: readonly Position[]) => Promise<FoundLog>,
  lanes: readonly Lane[] | null,
  swapped: ReadonlySet<string>,
  say: (lane: Lane, why: string) => void,
): Promise<{ readonly log: FoundLog; readonly stands: ReadonlyMap<string, Position> }> {
  const byLane = (all: readonly Position[]): Map<string, Position> =>
    new Map(all.map((position) => [laneOf(position), position]));
  const known = byLane(await positions.read());
  // Looked at after the positions: nobody stands beyond the end of a log that has grown meanwhile.
  const log = await find([...known.values()]);
  const begun: { was: Position | null; now: Position }[] = [];
  for (const { topic, part } of lanes ?? log.lanes) {
    const edges = log.edges({ topic, part });
    if (edges === undefined) continue;
    const was = known.get(laneOf({ topic, part }));
    const { from, why } = beginningOf(was, log.logId, edges, swapped.has(laneOf({ topic, part })));
    if (from === 'position') continue;
    if (why !== null) say({ topic, part }, why);
    const nextOffset =
      from === 'start' ? edges.low : await log.since({ topic, part }, new Date(Date.now() - REMEMBERED_MS));
    begun.push({
      was: was ?? null,
      now: { topic, part, nextOffset, logId: log.logId, lastEventId: null },
    });
  }
  if (begun.length === 0) return { log, stands: known };
  await positions.begin(begun);
  return { log, stands: byLane(await positions.read()) };
}
