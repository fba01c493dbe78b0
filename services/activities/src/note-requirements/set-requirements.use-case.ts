import { Injectable } from '@nestjs/common';
import { Clock, invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { NoteRequirementsRepository } from './note-requirements.repository.js';
import type { RequirementsAsked } from './note-requirements.http.js';

/** Says what notes the grades of a school write (ACT-020). */
@Injectable()
export class SetRequirements {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 400 for a grade that is named twice */
  execute(caller: Caller, input: RequirementsAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { items = [], dropped = [] } = input;
    const grades = items.map(({ grade }) => grade);
    const twice = grades.findIndex((grade, at) => grades.indexOf(grade) < at || dropped.includes(grade));
    if (twice >= 0) throw invalid({ pointer: `/items/${String(twice)}/grade`, code: 'twice' });
    return this.once.run(request, 200, async (tx) => {
      const requirements = tx.use(NoteRequirementsRepository);
      const [setOn, setBy] = [this.clock.today(), caller.id];
      if (dropped.length > 0) await requirements.remove(schoolId, dropped);
      const set = items.map(({ fewestCharacters, sorted = false, namesTitle = false, ...item }) => ({
        ...item,
        fewestCharacters: fewestCharacters ?? 0,
        sorted,
        namesTitle,
      }));
      if (set.length > 0) await requirements.put(set.map((item) => ({ ...item, schoolId, setOn, setBy })));
      return { items: set.map((item) => ({ ...item, source: 'school' })), nextCursor: null };
    });
  }
}
