import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { AlarmOutcomeAsked } from './exit-gate.http.js';
import { alarmView } from './exit-gate.query.js';
import { GateAlarmsRepository } from './gate-alarms.repository.js';

/** Says what came of an alarm; said again it is put right. */
@Injectable()
export class SettleAlarm {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an alarm of another school */
  execute(
    id: string,
    input: AlarmOutcomeAsked,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const alarms = tx.use(GateAlarmsRepository);
      const schoolId = await alarms.schoolOf(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      const { outcome, note = null } = input;
      await alarms.settle(id, { outcome, note, on: this.clock.today(), by: caller.id });
      return alarmView(tx.session, id);
    });
  }
}
