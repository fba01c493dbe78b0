import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { WindowChange } from './card-windows.http.js';
import { toWindowView } from './card-windows.query.js';
import { CardWindowsRepository } from './card-windows.repository.js';
import type { CardWindow } from './rules/card-window.js';

/** Other days, another notice; the window is called off, or is not, after all. */
@Injectable()
export class ChangeCardWindow {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 412 stale, 400 for days in the wrong order */
  execute(
    caller: Caller,
    id: string,
    version: number,
    input: WindowChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const windows = tx.use(CardWindowsRepository);
      const before = await windows.locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      refuseIfStale(version, before.version);
      const { cancelled } = input;
      const window: CardWindow = {
        ...before,
        opensOn: (input.opensOn ?? before.opensOn) as CalendarDay,
        closesOn: (input.closesOn ?? before.closesOn) as CalendarDay,
        note: input.note === undefined ? before.note : input.note,
        cancelledOn: cancelled === undefined ? before.cancelledOn : cancelled ? today : null,
        version: before.version + 1,
      };
      if (window.closesOn < window.opensOn) throw invalid({ pointer: '/closesOn', code: 'before-it-opens' });
      await windows.change(window);
      return toWindowView(window, today);
    });
  }
}
