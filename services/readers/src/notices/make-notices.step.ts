import { Injectable } from '@nestjs/common';
import type { CirculationNoticeDueV1 } from '@shulian/contracts/circulation';
import { Clock, newId, type Tx } from '@shulian/service-kit';
import { hasMail } from '../notice-settings/notice-settings.query.js';
import { NoticeSettingsRepository } from '../notice-settings/notice-settings.repository.js';
import { AudienceFacts } from './audience.facts.js';
import { NoticesRepository } from './notices.repository.js';
import { noticesFor } from './rules/notice.js';

/** What goes to a class teacher or a messenger waits for more of its kind: one message tells of all. */
const GATHERING_MS = 120_000;

/** Of what is due become notices, once, however often it is told; what helps nobody any more becomes none. */
@Injectable()
export class MakeNotices {
  constructor(private readonly clock: Clock) {}

  async of(tx: Tx, due: CirculationNoticeDueV1['data']): Promise<void> {
    const today = this.clock.today();
    // Also a topic that is read again after years makes no notice of what is long over.
    if (due.untilOn < today) return;
    const settings = new NoticeSettingsRepository(tx.session);
    if (!(await settings.isSchool(due.schoolId))) return;
    const setting = await settings.of(due.schoolId);
    const audience = await tx.use(AudienceFacts).of(due, today, this.clock.now());
    const made = noticesFor(due, audience, {
      recipients: setting.recipients[due.kind],
      language: setting.language,
      hasMail: hasMail(),
      hasWebhook: (await settings.webhook(due.schoolId)) !== null,
    });
    const at = this.clock.now();
    const later = new Date(at.getTime() + GATHERING_MS).toISOString();
    await tx.use(NoticesRepository).add({
      due,
      made: made.map((notice) => {
        const gathers = notice.recipient === 'class-teacher' || notice.recipient === 'school-channel';
        return { ...notice, id: newId(), notBefore: gathers ? later : at.toISOString() };
      }),
      on: today,
      at,
    });
  }
}
