import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { endOf, endOfTermAt, termRefusal } from '../rules/e-resource.js';
import { writtenBy } from '../written-by.step.js';
import type { TermCorrectionAsked, TermLineAsked } from './terms.http.js';
import { EResourcesRepository } from './e-resources.repository.js';

/** Terms, what they cost and how much they allow, line by line (CAT-085); a correction points to the line it corrects. */
@Injectable()
export class EnterTerm {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a resource that others write, 400 for days the wrong way round, 409 as `termRefusal` says */
  enter(caller: Caller, id: string, asked: TermLineAsked, request: DeskRequest | null): Promise<Answer> {
    const endsOn = asked.endsOn ?? null;
    if (asked.kind === 'add-on' && endsOn !== null)
      throw invalid({ pointer: '/endsOn', code: 'ends-with-its-term' });
    if (endsOn !== null && endsOn < asked.startsOn)
      throw invalid({ pointer: '/endsOn', code: 'before-start' });
    return this.once.run(request, 201, async (tx) => {
      const resources = tx.use(EResourcesRepository);
      const resource = writtenBy(caller, await resources.locked(id));
      const terms = await resources.terms(id);
      const { kind, startsOn, costFen, quota = null, documentNumber = null, note = null } = asked;
      const refusal = termRefusal(resource, terms, { kind, startsOn, endsOn, quota });
      if (refusal !== null) throw conflict(refusal);
      const until = kind === 'add-on' ? endOfTermAt(terms, startsOn) : endsOn;
      const line = { id: newId(), resourceId: id, kind, startsOn, endsOn: until, costFen, quota };
      await resources.enter({ ...line, documentNumber, note, corrects: null }, this.clock.today(), caller.id);
      await endsAsItsTerms(tx, id);
      return resources.lineView(line.id);
    });
  }

  /** @throws Problem 404 for a line that others write, 409 `e-resource-line.corrected` `e-resource-line.has-add-ons` */
  correct(
    caller: Caller,
    id: string,
    asked: TermCorrectionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const resources = tx.use(EResourcesRepository);
      const seen = await resources.line(id);
      if (seen === null) throw unknownThing();
      writtenBy(caller, await resources.locked(seen.resourceId));
      const { resourceId, kind, startsOn, endsOn, costFen, quota } = seen;
      // The lock of the resource is held: nobody corrects it meanwhile.
      if (kind === 'correction' || (await resources.lineView(id)).corrected)
        throw conflict('e-resource-line.corrected');
      if (kind !== 'add-on' && (await resources.addedWithin(resourceId, { startsOn, endsOn })))
        throw conflict('e-resource-line.has-add-ons');
      const against = { costFen: -costFen, quota: quota === null ? null : -quota };
      const line = { id: newId(), resourceId, kind: 'correction', startsOn, endsOn, ...against } as const;
      const why = { documentNumber: null, note: asked.note, corrects: id };
      await resources.enter({ ...line, ...why }, this.clock.today(), caller.id);
      await endsAsItsTerms(tx, resourceId);
      return resources.lineView(line.id);
    });
  }
}

const endsAsItsTerms = async (tx: Tx, id: string): Promise<void> => {
  const resources = tx.use(EResourcesRepository);
  const resource = await resources.locked(id);
  if (resource === null) throw unknownThing();
  const endsOn = endOf(await resources.terms(id));
  await resources.change({ ...resource, endsOn, version: resource.version + 1 });
};
