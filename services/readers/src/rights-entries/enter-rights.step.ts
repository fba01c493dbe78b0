import type { Caller, Tx } from '@shulian/service-kit';
import { RightsEntriesRepository, type RightsEntered } from './rights-entries.repository.js';

type Act = Omit<RightsEntered, 'by'>;

/** Trails what is done to the rights of an account, in the commit in which it is done. */
export const enterRights = (tx: Tx, { caller, ...act }: Act & { readonly caller: Caller }): Promise<void> =>
  enterRightsBy(tx, { id: caller.id, name: caller.claims.name ?? null, isCounty: caller.reach.county }, act);

/** The same, done by somebody who is no caller: a district's sign-in. */
export async function enterRightsBy(tx: Tx, by: RightsEntered['by'], act: Act): Promise<void> {
  if (act.grants.length > 0) await tx.use(RightsEntriesRepository).enter({ ...act, by });
}
