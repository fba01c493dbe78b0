import type { CalendarDay } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { grantsThatHold } from '../helper-office/grants-that-hold.step.js';
import { bookedGrants } from './booked-grants.facts.js';
import { tokenGrants, type TokenGrants } from './rules/token-grants.js';

/** What a token of the account may say now, and until when. @param today of the library's calendar: who is in office */
export async function grantsOfToken(
  tx: Tx,
  accountId: string,
  now: Date,
  today: CalendarDay,
): Promise<TokenGrants> {
  const { grants, until } = tokenGrants(await bookedGrants(tx.session, accountId), now);
  return { grants: await grantsThatHold(tx, grants, today), until };
}
