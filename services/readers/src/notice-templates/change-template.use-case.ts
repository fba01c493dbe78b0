import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuseUnknown, type TemplateChange } from './notice-templates.http.js';
import { viewOf } from './notice-templates.query.js';
import { NoticeTemplatesRepository } from './notice-templates.repository.js';
import { unknownVariables, type TemplateKey } from './rules/notice-template.js';

/** A school puts a notice in its own words; what they name is looked at now, not when the notice leaves. */
@Injectable()
export class ChangeTemplate {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 409 `notice-template.unknown-variable`, 412 stale */
  execute(
    caller: Caller,
    key: TemplateKey,
    version: number,
    input: TemplateChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { subject, body } = input;
    const on = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      refuseUnknown(unknownVariables(key, { subject, body }));
      const templates = tx.use(NoticeTemplatesRepository);
      if (!(await templates.isSchool(schoolId))) throw unknownReference('/schoolId');
      const before = await templates.locked({ ...key, schoolId });
      const now = before?.version ?? 1;
      refuseIfStale(version, now);
      const template = { ...key, schoolId, subject, body, version: now + 1 };
      await templates.keep({ ...template, on, by: caller.id });
      return viewOf(key, schoolId, { ...template, changedOn: on });
    });
  }
}
