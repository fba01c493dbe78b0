import { Injectable } from '@nestjs/common';
import type { Grant } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { toAccountView, type AccountView, type CreateAccountAsked, type GrantView } from './accounts.http.js';
import { hashPassword } from '../password.adapter.js';
import { faultsOfGrant, usernameKey } from './rules/account.js';

/** A person or a machine of a school may sign in. */
@Injectable()
export class CreateAccount {
  constructor(private readonly once: OncePerKey<ReadersStore>) {}

  async execute(request: DeskRequest | null, asked: CreateAccountAsked): Promise<Answer> {
    const key = usernameKey(asked.username);
    if (key === null) throw invalid({ pointer: '/username', code: 'malformed' });
    const faults = asked.grants.flatMap((grant, n) =>
      faultsOfGrant(grant).map(({ field, code }) => ({ pointer: `/grants/${n}/${field}`, code })),
    );
    if (faults.length > 0) throw invalid(...faults);
    // Slow on purpose, so outside the transaction.
    const passwordHash = await hashPassword(asked.password);
    return this.once.run(request, 201, async (store): Promise<AccountView> => {
      const grants: Grant[] = [];
      for (const [n, grant] of asked.grants.entries())
        grants.push(await placed(store, grant, `/grants/${n}`));
      const account = {
        id: newId(),
        version: 1,
        username: asked.username.trim(),
        usernameKey: key,
        passwordHash,
        grants,
        disabledAt: null,
      };
      // Accounts are no matter of the library's calendar: real time.
      if (!(await store.accounts.add(account, new Date()))) throw refuse('account.username-taken');
      return toAccountView(account);
    });
  }
}

/** The grant with its school filled in. @throws Problem 422 for a place that is not there */
async function placed(store: ReadersStore, grant: GrantView, pointer: string): Promise<Grant> {
  const { role, schoolId, classId, readerId } = grant;
  if (classId !== undefined) {
    const schoolClass = await store.classes.byId(classId as SchoolClassId);
    if (schoolClass === null || (schoolId !== undefined && schoolId !== schoolClass.schoolId))
      throw unknownReference(`${pointer}/classId`);
    return { role, schoolId: schoolClass.schoolId, classId: schoolClass.id };
  }
  if (readerId !== undefined) {
    const reader = await store.readers.lockedOne(readerId as ReaderId);
    if (reader === null || (schoolId !== undefined && schoolId !== reader.schoolId))
      throw unknownReference(`${pointer}/readerId`);
    return { role, schoolId: reader.schoolId, readerId: reader.id };
  }
  if (schoolId === undefined) return { role };
  const school = await store.schools.byId(schoolId as SchoolId);
  if (school === null) throw unknownReference(`${pointer}/schoolId`);
  return { role, schoolId: school.id };
}
