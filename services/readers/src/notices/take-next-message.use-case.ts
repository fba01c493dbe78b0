import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, newId, Transaction } from '@shulian/service-kit';
import { NoticeSettingsRepository } from '../notice-settings/notice-settings.repository.js';
import { isQuiet } from '../notice-settings/rules/notice-setting.js';
import { OutgoingRepository, type Bundle, type OutgoingLine } from './outgoing.repository.js';
import type { ChannelName } from './rules/notice.js';

export type NextMessage = Bundle & {
  readonly messageId: string;
  readonly schoolId: SchoolId;
  readonly attempts: number;
  readonly lines: readonly OutgoingLine[];
};

/** Takes the next message of a school for sending, and marks it before it leaves. */
@Injectable()
export class TakeNextMessage {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Null: nothing now, by the school's pause, quiet hours or limit of an hour, or because nothing is due. */
  execute(schoolId: SchoolId, channel: ChannelName): Promise<NextMessage | null> {
    const now = this.clock.now();
    const place = { schoolId, channel, now };
    return this.transaction.run(async (tx) => {
      const outgoing = tx.use(OutgoingRepository);
      await outgoing.takeTurn(schoolId);
      await outgoing.expire(place, this.clock.today());
      const setting = await tx.use(NoticeSettingsRepository).of(schoolId);
      if (setting.paused || isQuiet(this.clock.hour(), setting)) return null;
      const bundle = await outgoing.next(place);
      if (bundle === null || (await outgoing.sentLastHour(place)) >= setting.perHour) return null;
      const messageId = newId();
      const taken = await outgoing.take({ ...place, ...bundle, messageId });
      const attempts = Math.max(0, ...taken.map((line) => line.attempts));
      return taken.length === 0 ? null : { ...bundle, messageId, schoolId, attempts, lines: taken };
    });
  }
}
