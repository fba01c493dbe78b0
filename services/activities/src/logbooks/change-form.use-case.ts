import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { FormChangeAsked } from './logbook-forms.http.js';
import { formView, soundForm } from './logbook-forms.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';

/** A new version of a form takes the place of the one before; entries keep theirs. */
@Injectable()
export class ChangeForm {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 412 stale, 400 for a form that cannot be */
  execute(
    caller: Caller,
    id: string,
    builtOn: number,
    input: FormChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const logbooks = tx.use(LogbooksRepository);
      const logbook = await logbooks.locked(id);
      if (logbook === null || !mayKeep(caller, logbook.schoolId)) throw unknownThing();
      refuseIfStale(builtOn, logbook.version);
      const form = await soundForm(tx.session, logbook.schoolId, logbook.code, input);
      const version = logbook.version + 1;
      await logbooks.renew(
        { ...logbook, version, retired: input.retired },
        { logbookId: id, version, form, madeOn: this.clock.today(), madeBy: caller.id },
      );
      return formView(tx.session, id);
    });
  }
}

/** The county's forms are the county's to change. */
const mayKeep = (caller: Caller, schoolId: string | null): boolean =>
  schoolId === null ? caller.reach.county : caller.mayWorkAt(schoolId);
