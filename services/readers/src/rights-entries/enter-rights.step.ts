import type { Caller, Tx } from '@shulian/service-kit';
import { RightsEntriesRepository, type RightsEntered } from './rights-entries.repository.js';

type Act = Omit<RightsEntered, 'by'> & { readonly caller: Caller };

/** Trails what is done to the rights of an account, in the commit in which it is done. */
export async function enterRights(tx: Tx, { caller, ...act }: Act): Promise<void> {
  if (act.grants.length === 0) return;
  const by = { id: caller.id, name: caller.claims.name ?? null, isCounty: caller.reach.county };
  await tx.use(RightsEntriesRepository).enter({ ...act, by });
}
