import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { SettleOwed } from '../losses/settle-owed.step.js';
import type { DecisionAsked } from './write-offs.http.js';
import { WriteOffsRepository } from './write-offs.repository.js';

/** The head says yes, and the compensation is settled with it; or no, and it stays owed. */
@Injectable()
export class DecideWriteOff {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
    private readonly owed: SettleOwed,
  ) {}

  /** @throws Problem 404 out of reach, 409 `write-off.decided`, `write-off.own`; Refused 409 `settlement.refused` */
  async execute(
    caller: Caller,
    id: string,
    input: DecisionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const answer = await this.oncePerKey.run(request, 200, async (tx) => {
      const writeOffs = tx.use(WriteOffsRepository);
      const asked = await writeOffs.locked(id);
      if (asked === null || !caller.mayWorkAt(asked.schoolId)) throw unknownThing();
      if (asked.state !== 'asked') throw conflict('write-off.decided');
      if (asked.askedBy === caller.id) throw conflict('write-off.own');
      const note = input.note ?? null;
      if (input.decision === 'approved')
        await this.owed.in(tx, caller, asked.compensationId, {
          how: 'waived',
          ...(note === null ? {} : { note }),
        });
      await writeOffs.decide(id, input.decision, { on: this.clock.today(), by: caller.id, note });
      return writeOffs.view(id);
    });
    this.owed.afterCommit();
    return answer;
  }
}
