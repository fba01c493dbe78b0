import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  denied,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import type { CampaignAsked, ParticipationsAsked } from './reading-campaigns.http.js';
import { ReadingCampaignsRepository } from './reading-campaigns.repository.js';
import type { ReadingCampaign } from './rules/participation.js';

/** Reading campaigns: what pupils are to take part in, and who did (ACT-059). */
@Injectable()
export class RunCampaign {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 400 for days that are none, or a part named twice */
  open(caller: Caller, input: CampaignAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    if (input.endsOn < input.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-start' });
    const codes = input.parts.map(({ code }) => code);
    const twice = codes.findIndex((code, at) => codes.indexOf(code) < at);
    if (twice >= 0) throw invalid({ pointer: `/parts/${String(twice)}/code`, code: 'twice' });
    return this.once.run(request, 201, async (tx) => {
      const campaign: ReadingCampaign = {
        id: newId(),
        version: 1,
        schoolId,
        name: input.name,
        startsOn: input.startsOn as CalendarDay,
        endsOn: input.endsOn as CalendarDay,
        grades: input.grades ?? [],
      };
      const campaigns = tx.use(ReadingCampaignsRepository);
      await campaigns.open(campaign, input.parts, caller.id);
      return campaigns.view(campaign.id);
    });
  }

  /** @throws Problem 404, 400 for a part that is not entered, 422 for an unknown pupil, 403 for one of another class */
  async enter(
    caller: Caller,
    id: string,
    input: ParticipationsAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { code, readerIds, tookPart } = input;
    const known = await this.readers.allAwaited(readerIds, ({ schoolId }) => caller.mayWorkAt(schoolId));
    return this.once.run(request, 200, async (tx) => {
      const campaigns = tx.use(ReadingCampaignsRepository);
      const campaign = await campaigns.view(id);
      if (campaign === null || !caller.mayWorkAt(campaign.schoolId)) throw unknownThing();
      if (!campaign.parts.some((part) => part.code === code && part.source === 'entered'))
        throw invalid({ pointer: '/code', code: 'not-entered' });
      for (const [at, readerId] of readerIds.entries()) {
        const reader = known.get(readerId);
        if (reader?.schoolId !== campaign.schoolId || reader.kind !== 'student')
          throw unknownReference(`/readerIds/${String(at)}`);
        if (!reachesReader(caller.reach, reader)) throw denied();
      }
      if (tookPart !== false)
        await campaigns.enter(id, code, readerIds, { on: this.clock.today(), by: caller.id });
      else await campaigns.takeBack(id, code, readerIds);
      return campaign;
    });
  }
}
