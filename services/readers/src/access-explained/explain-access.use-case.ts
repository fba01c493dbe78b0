import { Injectable } from '@nestjs/common';
import {
  accessMatrix,
  accessOf,
  coversOperation,
  reachOf,
  roles,
  rowOf,
  type Operation,
} from '@shulian/contracts/access';
import { Clock, invalid, Transaction, type Caller } from '@shulian/service-kit';
import { rightsInBooks } from '../sessions/grants-of-token.step.js';
import type { AccessAsked, AccessExplainedView } from './access-explained.http.js';
import { placeAsked } from './place-asked.facts.js';
import { reasonOf } from './rules/explained-grant.js';

/** Why the own account may do something at a place, or not: what stands in the books, not what a token says. Real time. */
@Injectable()
export class ExplainAccess {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for an operation that there is not, or one of several services without saying of which */
  async execute(caller: Caller, asked: AccessAsked): Promise<AccessExplainedView> {
    const operation = asked.operation as Operation;
    if (!Object.hasOwn(accessMatrix, operation)) throw invalid({ pointer: '?operation', code: 'unknown' });
    const row = rowOf(operation);
    if ('of' in row && (asked.service === undefined || row.of[asked.service] === undefined))
      throw invalid({ pointer: '?service', code: 'missing' });
    const access = accessOf(operation, asked.service);
    const allowed = 'public' in access ? {} : access.roles;
    const { booked, place, now } = await this.transaction.run(async (tx) => {
      const at = new Date();
      return {
        booked: await rightsInBooks(tx, caller.id, this.clock.today()),
        place: await placeAsked(tx.session, asked),
        now: at,
      };
    });
    const grants = booked.map(({ grant, isInOffice }) => {
      const { role, schoolId, classId, readerId, delegated } = grant;
      const reach = allowed[role];
      const isCovered = coversOperation(grant, operation, asked.service);
      const of = { ...grant, isDelegated: delegated === true, reach, isCovered, isInOffice };
      return {
        role,
        ...(schoolId === undefined ? {} : { schoolId }),
        ...(classId === undefined ? {} : { classId }),
        ...(readerId === undefined ? {} : { readerId }),
        delegated: delegated === true,
        reach: reach ?? null,
        reason: reasonOf(of, place, now),
      };
    });
    const isPublic = 'public' in access;
    return {
      operation,
      says: `${row.says.zh} · ${row.says.en}`,
      allowed: isPublic || grants.some(({ reason }) => reason === 'reaches'),
      inToken: isPublic || reachOf(caller.claims, operation, asked.service) !== null,
      public: isPublic,
      roles: roles.filter((role) => allowed[role] !== undefined),
      grants,
    };
  }
}
