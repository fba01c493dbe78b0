import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { openRequest } from './open-request.step.js';
import type { Fate, ServiceRequest } from './rules/service-request.js';
import { ServiceRequestsRepository } from './service-requests.repository.js';

/** What is done to a request, besides answering it. */
export type Move =
  | { readonly step: 'promise'; readonly dueOn: CalendarDay }
  | { readonly step: 'decline' | 'withdraw'; readonly why: string }
  | { readonly step: 'close'; readonly fate: Fate }
  | { readonly step: 'reopen' };

/** Moves a request along its way: promised, declined, withdrawn, ended with what became of it, or open again. */
@Injectable()
export class MoveRequest {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where the step cannot be taken */
  execute(caller: Caller, id: string, move: Move, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const found = await openRequest(tx, caller, id, move.step);
      const requests = tx.use(ServiceRequestsRepository);
      const today = this.clock.today();
      if (move.step === 'reopen') await requests.takeBack(id);
      await requests.move({ ...found, ...changesOf(move, today) });
      return requests.view(id, today);
    });
  }
}

const changesOf = (move: Move, today: CalendarDay): Partial<ServiceRequest> => {
  switch (move.step) {
    case 'promise':
      return { dueOn: move.dueOn };
    case 'decline':
      return { status: 'declined', why: move.why, endedOn: today };
    case 'withdraw':
      return { status: 'withdrawn', why: move.why, endedOn: today };
    case 'close':
      return { status: 'closed', fate: move.fate, endedOn: today };
    case 'reopen':
      return { status: 'open', why: null, fate: null, endedOn: null };
  }
};
