import { newId, type Tx } from '@shulian/service-kit';
import type { Account, HeldGrant } from '../accounts/account.row.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { usernameKey } from '../accounts/rules/account.js';
import { fitIntoToken, givesTheSame, mergedGrants } from '../accounts/rules/held-grants.js';
import { voidWhatWasLentBy } from '../delegations/void-lent.step.js';
import type { ProvenIdentity } from '../identity-provider.adapter.js';
import { enterRightsBy } from '../rights-entries/enter-rights.step.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import { IdentityProvidersRepository, type IdentityProvider } from './identity-providers.repository.js';
import { codesIn, mappedGrants } from './rules/claims-mapping.js';

/**
 * The account of who proved himself, with the grants that the district gives today; what was given here stays. Without a
 * mapping nobody gets an account, and who had one keeps of it what was given here. Null: there is nothing for him.
 */
export async function accountOf(
  tx: Tx,
  provider: IdentityProvider,
  { subject, claims }: Pick<ProvenIdentity, 'subject' | 'claims'>,
  passwordHash: string,
): Promise<string | null> {
  const providers = tx.use(IdentityProvidersRepository);
  // Two sign-ins of one person at the same moment wait here.
  await providers.locked(provider.id);
  const now = new Date();
  const schools = await providers.schools(codesIn(claims, provider.mappings));
  const by = `identity-provider:${provider.id}`;
  const mapped = mappedGrants(claims, provider.mappings, schools).map((grant): HeldGrant => ({
    ...grant,
    id: newId(),
    startsAt: null,
    endsAt: null,
    clusterId: null,
    postId: null,
    givenBy: by,
    givenAt: now,
  }));
  const linked = await providers.linked(provider.id, subject, now);
  const before = linked === null ? null : await tx.use(AccountsRepository).locked(linked);
  if (before === null) {
    if (mapped.length === 0 || !fitIntoToken(mapped)) return null;
    const account = await added(tx, claims, mapped, passwordHash, now);
    await providers.link(provider.id, subject, account.id, now);
    await enter(tx, provider, 'given', account, mapped, now);
    return account.id;
  }
  const local = before.grants.filter(({ givenBy }) => givenBy !== by);
  const held = before.grants.filter(({ givenBy }) => givenBy === by);
  const wanted = mergedGrants(
    held,
    mapped.filter((grant) => !local.some((each) => givesTheSame(each, grant))),
  );
  const grants = [...local, ...wanted];
  if (!fitIntoToken(grants)) return null;
  const gone = held.filter(({ id }) => !wanted.some((each) => each.id === id));
  const fresh = wanted.filter(({ id }) => !held.some((each) => each.id === id));
  if (gone.length > 0 || fresh.length > 0) {
    const account = { ...before, version: before.version + 1, grants };
    await tx.use(AccountsRepository).change(account);
    await tx.use(VoidTokensRepository).add(account.id, now);
    await voidWhatWasLentBy(tx, account.id, now);
    await enter(tx, provider, 'given', account, fresh, now);
    await enter(tx, provider, 'taken-back', account, gone, now);
  }
  return grants.length === 0 ? null : before.id;
}

/** By the name that the district uses, where it is free here. */
async function added(
  tx: Tx,
  claims: Readonly<Record<string, unknown>>,
  grants: readonly HeldGrant[],
  passwordHash: string,
  now: Date,
): Promise<Account> {
  const id = newId();
  const wanted = claims['preferred_username'];
  const names = [...(typeof wanted === 'string' ? [wanted.trim()] : []), `district-${id.slice(-12)}`];
  for (const username of names) {
    const key = usernameKey(username);
    if (key === null) continue;
    const account = { id, version: 1, username, usernameKey: key, passwordHash, grants, disabledAt: null };
    if (await tx.use(AccountsRepository).add(account, now)) return account;
  }
  throw new Error('a name made of a new id is free');
}

const enter = (
  tx: Tx,
  { id, name }: IdentityProvider,
  what: 'given' | 'taken-back',
  account: Account,
  grants: readonly HeldGrant[],
  at: Date,
): Promise<void> => enterRightsBy(tx, { id, name, isCounty: true }, { at, what, account, grants });
