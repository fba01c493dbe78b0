import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, CommitteeMemberId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { CommitteeRepository } from './committee.repository.js';
import type { CommitteeRuleAsked, CommitteeRuleView, MemberAsked } from './committee.http.js';

/** Who sits on the committee of a school, and whether its head waits for it. */
@Injectable()
export class KeepCommittee {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for neither or both of reader and name, or a term that ends before it begins */
  async appoint(
    caller: Caller,
    schoolId: SchoolId,
    input: MemberAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const [readerId, name] = [input.readerId ?? null, input.name ?? null];
    if ((readerId === null) === (name === null)) throw invalid({ pointer: '/name', code: 'reader-or-name' });
    if (input.endsOn < input.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    return this.once.run(request, 201, async (tx) => {
      const id = newId<CommitteeMemberId>();
      await tx.use(CommitteeRepository).appoint({
        id,
        schoolId,
        kind: input.kind,
        readerId: readerId as ReaderId | null,
        name,
        accountId: input.accountId ?? null,
        startsOn: input.startsOn as CalendarDay,
        endsOn: input.endsOn as CalendarDay,
        appointedBy: caller.id,
      });
      return tx.use(CommitteeRepository).member(id, this.clock.today());
    });
  }

  /** A term of office ends earlier, or later after all. @throws Problem 404, 400 for an end before its beginning */
  setEnd(
    caller: Caller,
    id: CommitteeMemberId,
    endsOn: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const committee = tx.use(CommitteeRepository);
      const member = await committee.locked(id);
      if (member === null || !caller.mayWorkAt(member.schoolId)) throw unknownThing();
      if (endsOn < member.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
      await committee.change({ ...member, endsOn: endsOn as CalendarDay });
      return committee.member(id, this.clock.today());
    });
  }

  async setRule(
    caller: Caller,
    schoolId: SchoolId,
    input: CommitteeRuleAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    return this.once.run(request, 200, async (tx): Promise<CommitteeRuleView> => {
      const committee = tx.use(CommitteeRepository);
      const before = await committee.ruleOf(schoolId);
      const { required, quorum } = input;
      const setOn = this.clock.today();
      await committee.setRule({
        schoolId,
        version: (before?.version ?? 0) + 1,
        required,
        quorum,
        setOn,
        setBy: caller.id,
      });
      return { schoolId, required, quorum, setOn };
    });
  }
}
