import { Injectable } from '@nestjs/common';
import { conflict, refuseIfStale, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { OwnTimetable } from './own-timetable.step.js';
import type { TimetableChange, TimetableView } from './rotation.http.js';
import { RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';

/** What a timetable is called, and what a desk says outside a slot; a draft may go altogether. */
@Injectable()
export class ChangeTimetable {
  constructor(
    private readonly transaction: Transaction,
    private readonly query: RotationQuery,
  ) {}

  /** What classes were sent stays as it is: none of it is in their slots. @throws Problem 404, 412 */
  execute(caller: Caller, id: string, input: TimetableChange, version: number): Promise<TimetableView> {
    return this.transaction.run(async (tx) => {
      const timetable = await tx.use(OwnTimetable).of(caller, id);
      refuseIfStale(version, timetable.version);
      const { publishedVersion } = timetable;
      await tx.use(RotationRepository).save({
        ...timetable,
        name: input.name ?? timetable.name,
        outside: input.outside ?? timetable.outside,
        publishedVersion: publishedVersion === timetable.version ? publishedVersion + 1 : publishedVersion,
      });
      const view = await this.query.timetable(id, tx.session);
      if (view === null) throw unknownThing();
      return view;
    });
  }

  /** @throws Problem 404, 409 `rotation.published` */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const timetable = await tx.use(OwnTimetable).of(caller, id);
      if (timetable.publishedVersion !== null) throw conflict('rotation.published');
      await tx.use(RotationRepository).remove(id);
    });
  }
}
