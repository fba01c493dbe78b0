import type { TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';

/** The queue of a title, locked: its version goes to the events, `waiting` tells returns whether to look further. */
export type Queue = { readonly titleId: TitleId; version: number; waiting: number };

/**
 * What `isFor` of holds/rules/queue.ts says, in SQL: whether the hold `h` waits for a copy that lies at its school.
 * @param copy expressions of its title, school and id
 */
export const waitsFor = (copy: {
  readonly title: string;
  readonly school: string;
  readonly id: string;
}): string => `h.title_id = ${copy.title} and h.status = 'waiting' and h.pickup_school_id = ${copy.school}
  and (h.wanted_copy_id is null or h.wanted_copy_id = ${copy.id})`;

const LOCK = statement(
  'queue.lock',
  `insert into title_queue (title_id) select distinct unnest($1::uuid[]) order by 1
   on conflict (title_id) do update set title_id = excluded.title_id
   returning title_id as "titleId", version, waiting`,
);

export class QueuesRepository {
  constructor(private readonly rows: Rows) {}

  /** For `lockInOrder`; a queue that nobody has joined yet is made. */
  async lock(titleIds: readonly TitleId[]): Promise<Queue[]> {
    return this.rows.rows<Queue>(LOCK, [titleIds]);
  }

  async save(queue: Queue): Promise<void> {
    await this.rows.rows('update title_queue set version = $2, waiting = $3 where title_id = $1', [
      queue.titleId,
      queue.version,
      queue.waiting,
    ]);
  }

  /** How many wait for a title, as far as is known without its lock. */
  async waitingIn(titleId: TitleId): Promise<number> {
    const [row] = await this.rows.rows<{ waiting: number }>(
      'select waiting from title_queue where title_id = $1',
      [titleId],
    );
    return row?.waiting ?? 0;
  }
}
