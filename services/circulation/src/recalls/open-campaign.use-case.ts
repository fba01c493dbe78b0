import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { CampaignAsked } from './recalls.http.js';
import { ONE_OPEN, RecallsRepository } from './recalls.repository.js';
import { tellOfCampaign } from './tell-of-campaign.step.js';

/** Calls in what is out at a school, before the term ends (CIR-057). */
@Injectable()
export class OpenCampaign {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a last day in the past, 409 `recall-campaign.another-open` */
  async execute(caller: Caller, input: CampaignAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const openedOn = this.clock.today();
    if (input.lastDay < openedOn) throw invalid({ pointer: '/lastDay', code: 'in-the-past' });
    try {
      return await this.oncePerKey.run(request, 201, async (tx) => {
        const id = newId();
        const { name, lastDay, kinds = null } = input;
        await tx
          .use(RecallsRepository)
          .add({ id, schoolId, name, kinds, openedOn, openedBy: caller.id, lastDay });
        await tellOfCampaign(tx, { id, schoolId, openedOn, lastDay: lastDay as CalendarDay });
        return tx.use(RecallsRepository).view(id);
      });
    } catch (error) {
      if (violatedUnique(error) === ONE_OPEN) throw conflict('recall-campaign.another-open');
      throw error;
    }
  }
}
