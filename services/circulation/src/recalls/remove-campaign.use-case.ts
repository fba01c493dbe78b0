import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { RecallsRepository } from './recalls.repository.js';

/** Takes a campaign back that was opened by mistake, on the same day. */
@Injectable()
export class RemoveCampaign {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `recall-campaign.of-another-day` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const campaign = await tx.use(RecallsRepository).locked(id);
      if (campaign === null || !caller.mayWorkAt(campaign.schoolId)) throw unknownThing();
      if (campaign.openedOn !== this.clock.today()) throw conflict('recall-campaign.of-another-day');
      await tx.use(RecallsRepository).remove(id);
    });
  }
}
