import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { refuseOutOfReach } from '../classes-in-reach.step.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { endSignIns } from '../sessions/end-sign-ins.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { HelperOfficeRepository } from './helper-office.repository.js';
import type { HelperDecisionAsked } from './helper-office.http.js';
import { refuseNotOfClass } from './pupil-of-class.step.js';
import { afterDecision, needsReason, type ClassHelper } from './rules/class-helper.js';

/**
 * The library appoints whom a class wants, or not; ends an office; or takes its last word back. What a helper may do ends
 * with the office, everywhere within a minute.
 */
@Injectable()
export class DecideOnHelper {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 404, 400 for a no without a reason, 409 for a class that has all its helpers */
  async execute(
    caller: Caller,
    id: string,
    { decision, reason = null }: HelperDecisionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (needsReason(decision) && reason === null) throw invalid({ pointer: '/reason', code: 'missing' });
    const answer = await this.once.run(request, 200, async (tx) => {
      const office = tx.use(HelperOfficeRepository);
      const found = await office.byId(id);
      refuseOutOfReach(caller, found);
      // Two who appoint at the same moment wait here: the number of the class holds.
      await tx.use(ClassesRepository).locked(found.classId);
      const before = await office.locked(id);
      refuseOutOfReach(caller, before);
      const status = afterDecision(before.status, decision);
      if (status === null) throw conflict('class-helper.wrong-step');
      const isOpen = status === 'proposed';
      const today = this.clock.today();
      const after: ClassHelper = {
        ...before,
        version: before.version + 1,
        status,
        decidedOn: isOpen ? null : today,
        decidedBy: isOpen ? null : caller.id,
        reason: isOpen ? null : reason,
      };
      if (status === 'appointed') await refuseAppointment(tx, after);
      else if (isOpen && (await office.isTwice(after))) throw conflict('class-helper.in-office-already');
      await office.change(after);
      if (before.status === 'appointed')
        for (const account of await office.accountsOf(before.classId, before.readerId))
          await endSignIns(tx, account, new Date());
      return office.view(id, today);
    });
    await this.voided.execute();
    return answer;
  }
}

async function refuseAppointment(tx: Tx, helper: ClassHelper): Promise<void> {
  const office = tx.use(HelperOfficeRepository);
  await refuseNotOfClass(tx, helper);
  if (await office.isTwice(helper)) throw conflict('class-helper.in-office-already');
  const { perClass } = await office.ruleOf(helper.schoolId);
  if ((await office.othersOfClass(helper)) >= perClass) throw conflict('class-helper.class-full');
  if (await office.isSecondOfficer(helper)) throw conflict('class-helper.officer-already');
}
