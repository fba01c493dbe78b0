import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { toCardView } from '../cards/cards.http.js';
import { IssueToReaders } from '../cards/issue-to-readers.step.js';
import { classNamed } from '../classes-in-reach.step.js';
import { MOST_ISSUED, type WindowIssueAsked } from './card-windows.http.js';
import { CardWindowsRepository } from './card-windows.repository.js';
import { refuseUnlessOpen, windowInReach } from './class-of-window.step.js';

/** Freshmen and new teachers get their cards while the intake is open: a class of them, or some of them (RDR-007). */
@Injectable()
export class IssueToNewcomers {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly issueToReaders: IssueToReaders,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 422 for who is not new, 409 `card-window.not-open`; Refused as for one card */
  execute(
    caller: Caller,
    id: string,
    { classId = null, readerIds }: WindowIssueAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if ((classId === null) === (readerIds === undefined))
      throw invalid({ pointer: '/readerIds', code: 'class-or-readers' });
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const window = await windowInReach(tx, caller, id, today);
      if (window.kind !== 'intake') throw conflict('card-window.not-open');
      refuseUnlessOpen(window, today);
      if (classId !== null) await classNamed(tx, caller, window.schoolId, classId);
      const of = { classId, readerIds: readerIds ?? null };
      const found = await tx.use(CardWindowsRepository).newcomers(id, of, classId !== null, MOST_ISSUED);
      if (readerIds !== undefined && found.length < readerIds.length) throw unknownReference('/readerIds');
      const wishes = found.map((readerId) => ({ readerId, number: null }));
      if (wishes.length === 0) return { items: [], passedOver: 0 };
      const { cards, passedOver } = await this.issueToReaders.issue(tx, window.schoolId, wishes);
      return { items: cards.map(toCardView), passedOver: passedOver.length };
    });
  }
}
