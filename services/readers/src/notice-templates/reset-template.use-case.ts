import { Injectable } from '@nestjs/common';
import { Transaction, type Caller } from '@shulian/service-kit';
import { NoticeTemplatesRepository } from './notice-templates.repository.js';
import type { TemplateKey } from './rules/notice-template.js';

/** A school goes back to the shipped words; without own ones nothing happens. */
@Injectable()
export class ResetTemplate {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 403 for another school */
  async execute(caller: Caller, key: TemplateKey, school: string | undefined): Promise<void> {
    const schoolId = caller.schoolFor(school);
    await this.transaction.run((tx) => tx.use(NoticeTemplatesRepository).remove({ ...key, schoolId }));
  }
}
