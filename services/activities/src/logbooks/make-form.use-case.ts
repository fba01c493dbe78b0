import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { FormAsked } from './logbook-forms.http.js';
import { formView, soundForm } from './logbook-forms.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';

/** A school makes a logbook of its own in one call, the county office one for all. */
@Injectable()
export class MakeForm {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a form that cannot be, 409 `logbook.code-taken` */
  execute(caller: Caller, input: FormAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return this.once.run(request, 201, async (tx) => {
      const form = await soundForm(tx.session, schoolId, input.code, input);
      const id = newId();
      const row = { id, schoolId, code: input.code, version: 1, retired: false };
      await tx.use(LogbooksRepository).add(row, {
        logbookId: id,
        version: 1,
        form,
        madeOn: this.clock.today(),
        madeBy: caller.id,
      });
      return formView(tx.session, id);
    });
  }
}
