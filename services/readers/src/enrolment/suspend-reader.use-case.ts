import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import { Clock, invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { isCalendarDay } from '../school-calendar/rules/resolved-calendar.js';
import { lockedReader } from './change-reader.use-case.js';
import { keepChanges } from './keep-readers.use-case.js';
import { logSight } from './log-sight-of-readers.use-case.js';
import type { SuspendReaderAsked } from './readers.http.js';
import { readerView } from './readers.query.js';
import { reinstated, suspended, type Reader, type ReaderChange } from './rules/reader.js';

/** A reader may not borrow for a while, or may again before the time. */
@Injectable()
export class SuspendReader {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  suspend(
    request: DeskRequest | null,
    caller: Caller,
    id: ReaderId,
    input: SuspendReaderAsked,
  ): Promise<Answer> {
    const untilOn = input.untilOn ?? null;
    if (untilOn !== null && !isCalendarDay(untilOn))
      throw invalid({ pointer: '/untilOn', code: 'not-a-day' });
    if (untilOn !== null && untilOn < this.clock.today())
      throw invalid({ pointer: '/untilOn', code: 'past' });
    return this.run('readers.suspend', request, 201, caller, id, (before) => {
      if (before.presence.is === 'left') throw refuse('reader.has-left');
      return suspended(before, { why: input.why ?? 'suspended', untilOn });
    });
  }

  /** Ends the suspension; without one nothing happens. */
  reinstate(request: DeskRequest | null, caller: Caller, id: ReaderId): Promise<Answer> {
    return this.run('readers.reinstate', request, 200, caller, id, reinstated);
  }

  private run(
    operation: 'readers.suspend' | 'readers.reinstate',
    request: DeskRequest | null,
    status: number,
    caller: Caller,
    id: ReaderId,
    become: (before: Reader) => ReaderChange,
  ): Promise<Answer> {
    return this.once.run(request, status, async (tx) => {
      const before = await lockedReader(tx, caller, id);
      await keepChanges(tx, [{ before, change: become(before) }]);
      await logSight(tx, this.clock.now(), caller, operation, before);
      return readerView(tx.session, id, this.clock.today());
    });
  }
}
