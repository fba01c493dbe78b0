import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { CourierRunsRepository } from './courier-runs.repository.js';
import type { Run } from './rules/run.js';

/** A run of a school of the caller, locked. @throws Problem 404 */
export async function runOfCaller(tx: Tx, caller: Caller, id: string): Promise<Run> {
  const run = await tx.use(CourierRunsRepository).locked(id);
  if (run === null || !caller.mayWorkAt(run.schoolId)) throw unknownThing();
  return run;
}

/** The same, which has not left yet. @throws Problem 404, 409 `courier-run.left` */
export async function openRunOfCaller(tx: Tx, caller: Caller, id: string): Promise<Run> {
  const run = await runOfCaller(tx, caller, id);
  if (run.state === 'left') throw conflict('courier-run.left');
  return run;
}
