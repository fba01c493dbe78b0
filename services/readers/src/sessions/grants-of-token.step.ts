import type { Grant } from '@shulian/contracts/access';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { grantsThatHold } from '../helper-office/grants-that-hold.step.js';
import { bookedGrants } from './booked-grants.facts.js';
import { tokenGrants, type Booked, type TokenGrants } from './rules/token-grants.js';

/** What a token of the account may say now, and until when. @param today of the library's calendar: who is in office */
export async function grantsOfToken(
  tx: Tx,
  accountId: string,
  now: Date,
  today: CalendarDay,
): Promise<TokenGrants<Grant>> {
  const { grants, until } = tokenGrants<Grant>(await bookedGrants(tx.session, accountId), now);
  return { grants: await grantsThatHold(tx, grants, today), until };
}

/** What an account has of its own now: nothing that was lent to it, and no post, which is less than the role. */
export async function wholeRolesOf(tx: Tx, accountId: string, now: Date): Promise<readonly Grant[]> {
  const { grants } = tokenGrants<Grant>(await bookedGrants(tx.session, accountId), now);
  return grants.filter(({ only, delegated }) => only === undefined && delegated === undefined);
}

/** All that stands in the books for an account, also what has ended or has not begun, and whether its pupil is in office. */
export async function rightsInBooks(
  tx: Tx,
  accountId: string,
  today: CalendarDay,
): Promise<{ readonly grant: Booked<Grant>; readonly isInOffice: boolean }[]> {
  const booked = await bookedGrants(tx.session, accountId);
  const inOffice = new Set(await grantsThatHold(tx, booked, today));
  return booked.map((grant) => ({ grant, isInOffice: inOffice.has(grant) }));
}
