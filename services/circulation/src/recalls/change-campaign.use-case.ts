import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { ONE_OPEN, RecallsRepository } from './recalls.repository.js';

/** What becomes of a campaign: later loans come in, it is closed with its result, or opened again. */
export type CampaignChange =
  | { readonly to: 'with-later-loans' }
  | { readonly to: 'closed'; readonly note: string | null }
  | { readonly to: 'open' };

@Injectable()
export class ChangeCampaign {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where it is closed, is open, or another one is open */
  async execute(
    caller: Caller,
    id: string,
    change: CampaignChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 200, async (tx) => {
        const campaigns = tx.use(RecallsRepository);
        const campaign = await campaigns.locked(id);
        if (campaign === null || !caller.mayWorkAt(campaign.schoolId)) throw unknownThing();
        const isClosed = campaign.closedOn !== null;
        if (change.to === 'open') {
          if (!isClosed) throw conflict('recall-campaign.open');
          await campaigns.reopen(id);
        } else {
          if (isClosed) throw conflict('recall-campaign.closed');
          if (change.to === 'closed') await campaigns.close(id, this.clock.today(), caller.id, change.note);
          else await campaigns.addLoans(id);
        }
        return campaigns.view(id);
      });
    } catch (error) {
      if (violatedUnique(error) === ONE_OPEN) throw conflict('recall-campaign.another-open');
      throw error;
    }
  }
}
