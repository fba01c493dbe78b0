import { Injectable } from '@nestjs/common';
import { Transaction, type Caller } from '@shulian/service-kit';
import { NoticeSettingsRepository } from './notice-settings.repository.js';

/** The messenger of a school hears nothing any more. */
@Injectable()
export class RemoveWebhook {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 403 for another school */
  async execute(caller: Caller, school: string | undefined): Promise<void> {
    const schoolId = caller.schoolFor(school);
    await this.transaction.run((tx) => tx.use(NoticeSettingsRepository).removeWebhook(schoolId));
  }
}
