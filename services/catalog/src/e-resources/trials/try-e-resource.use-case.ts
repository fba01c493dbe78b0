import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { EResourcesRepository } from '../register/e-resources.repository.js';
import { NOTHING_SAID } from '../register/keep-e-resource.use-case.js';
import { MOST_STEPS, outcomeRefusal, type Trial } from '../rules/trial.js';
import { writtenBy } from '../written-by.step.js';
import type { EvaluationAsked, TrialAsked, TrialOutcomeAsked } from './trials.http.js';
import { TrialsRepository } from './trials.repository.js';

/** Resources are tried and evaluated before they are taken (CAT-086). */
@Injectable()
export class TryEResource {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, 400 for days the wrong way round */
  async begin(caller: Caller, asked: TrialAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    if (schoolId !== null && (await this.schools.awaited(schoolId)) === null)
      throw unknownReference('/schoolId');
    if (asked.endsOn < asked.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-start' });
    const { kind, name, provider = null, scope = null, url = null, startsOn, endsOn, note = null } = asked;
    return this.once.run(request, 201, async (tx) => {
      const said = { kind, name, provider, scope, url, startsOn, endsOn, note };
      const state = { state: 'running', resourceId: null, addedBy: caller.id } as const;
      const trial: Trial = { id: newId(), version: 1, schoolId, ...said, ...state };
      await tx.use(TrialsRepository).add(trial);
      return tx.use(TrialsRepository).view(trial.id);
    });
  }

  /** Teachers evaluate, too; of each account there is one evaluation. @throws Problem 404, 409 `e-resource-trial.decided` */
  evaluate(caller: Caller, id: string, asked: EvaluationAsked, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const trials = tx.use(TrialsRepository);
      const trial = await trials.locked(id);
      if (trial === null || (trial.schoolId !== null && !caller.mayWorkAt(trial.schoolId)))
        throw unknownThing();
      if (trial.state !== 'running') throw conflict('e-resource-trial.decided');
      await trials.evaluate(id, asked, this.clock.today(), caller.id);
      return trials.view(id);
    });
  }

  /** @throws Problem 404, 409 as `outcomeRefusal` says, `e-resource-trial.too-many-steps` */
  decide(caller: Caller, id: string, asked: TrialOutcomeAsked, request: DeskRequest | null): Promise<Answer> {
    const { outcome, reason, endsOn = null } = asked;
    if ((outcome === 'extend') !== (endsOn !== null))
      throw invalid({ pointer: '/endsOn', code: endsOn === null ? 'is-defined' : 'only-with-an-extension' });
    return this.once.run(request, 200, async (tx) => {
      const trials = tx.use(TrialsRepository);
      const trial = writtenBy(caller, await trials.locked(id));
      const { evaluations, steps } = await trials.view(id);
      const refusal = outcomeRefusal(trial, outcome, evaluations, endsOn);
      if (refusal !== null) throw conflict(refusal);
      if (steps.length >= MOST_STEPS) throw conflict('e-resource-trial.too-many-steps');
      await trials.step(trial, outcome, reason, this.clock.today(), caller.id);
      const next = { ...trial, version: trial.version + 1 };
      if (outcome === 'extend') await trials.change({ ...next, endsOn: endsOn ?? trial.endsOn });
      else if (outcome === 'decline') await trials.change({ ...next, state: 'declined' });
      else
        await trials.change({ ...next, state: 'adopted', resourceId: await this.adopt(tx, caller, trial) });
      return trials.view(id);
    });
  }

  /** Takes the last step back. @throws Problem 404, 409 `e-resource-trial.nothing-to-undo`, `e-resource-trial.in-use` */
  undo(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const trials = tx.use(TrialsRepository);
      const trial = writtenBy(caller, await trials.locked(id));
      const step = await trials.undoStep(id);
      if (step === null) throw conflict('e-resource-trial.nothing-to-undo');
      const next = { ...trial, version: trial.version + 1, state: 'running', resourceId: null } as const;
      await trials.change({ ...next, endsOn: step.endedOn });
      if (trial.resourceId !== null) await removeUnused(tx, trial.resourceId);
      return trials.view(id);
    });
  }

  private async adopt(tx: Tx, caller: Caller, trial: Trial): Promise<string> {
    const { schoolId, kind, name, provider, scope, url } = trial;
    const resource = { id: newId(), version: 1, schoolId, kind, name, ...NOTHING_SAID, provider, scope, url };
    await tx.use(EResourcesRepository).add({ ...resource, addedOn: this.clock.today(), addedBy: caller.id });
    return resource.id;
  }
}

/** An entry of the register of which nobody made use. @throws Problem 409 `e-resource-trial.in-use` */
const removeUnused = async (tx: Tx, id: string): Promise<void> => {
  const resources = tx.use(EResourcesRepository);
  const resource = await resources.locked(id);
  if (resource === null) return;
  if (resource.version > 1 || (await resources.isUsed(id))) throw conflict('e-resource-trial.in-use');
  await resources.remove(id);
};
