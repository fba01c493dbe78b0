import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SettingsChange } from './notice-settings.http.js';
import { settingsOf } from './notice-settings.query.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';
import { strangersIn, type NoticeSetting } from './rules/notice-setting.js';

/** A school pauses, changes its hours, its limit, or who hears of what; it holds for what has not left yet. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a recipient that a kind never has, 403 for another school, 412 stale */
  execute(
    caller: Caller,
    version: number,
    input: SettingsChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const wish = Object.fromEntries(
      (input.recipients ?? []).map(({ kind, recipients = [] }) => [kind, recipients]),
    );
    if (strangersIn(wish).length > 0) throw invalid({ pointer: '/recipients', code: 'not-a-recipient' });
    return this.oncePerKey.run(request, 200, async (tx) => {
      const settings = tx.use(NoticeSettingsRepository);
      await settings.lock(schoolId);
      if (!(await settings.isSchool(schoolId))) throw unknownReference('/schoolId');
      const before = await settings.of(schoolId);
      refuseIfStale(version, before.version);
      const changed: NoticeSetting = {
        schoolId,
        version: before.version + 1,
        paused: input.paused ?? before.paused,
        quietFrom: input.quietFrom ?? before.quietFrom,
        quietUntil: input.quietUntil ?? before.quietUntil,
        perHour: input.perHour ?? before.perHour,
        language: input.language ?? before.language,
        recipients: { ...before.recipients, ...wish },
      };
      await settings.keep({ ...changed, on: this.clock.today(), by: caller.id });
      return settingsOf(tx.session, schoolId);
    });
  }
}
