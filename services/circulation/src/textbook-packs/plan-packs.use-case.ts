import { Injectable } from '@nestjs/common';
import { newId, OncePerKey, unknownReference, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { classesOfTerm } from '../textbooks/classes-of-term.facts.js';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import { packsFor } from './rules/textbook-pack.js';
import type { TextbookPlanAsked, TextbookPlanView } from './textbook-packs.http.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/**
 * Packing lists for all classes at once, from what each pupil gets and the class lists of today (CIR-075, 077, 085, 086). Planned
 * again, it follows the class lists: what is only planned is made anew, what is sorted or handed out stays.
 */
@Injectable()
export class PlanPacks {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 422 for a term or a class that the school has not */
  execute(input: TextbookPlanAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    const { termId, occasion } = input;
    const plan = { schoolId, termId, occasion, handOutOn: input.handOutOn as CalendarDay };
    return this.oncePerKey.run(request, 201, async (tx): Promise<TextbookPlanView> => {
      const textbooks = tx.use(TextbooksRepository);
      const packs = tx.use(TextbookPacksRepository);
      const begins = await textbooks.termBegins(schoolId, termId);
      if (begins === null) throw unknownReference('/termId');
      const all = await classesOfTerm(tx.session, schoolId, begins);
      const known = new Set(all.map(({ classId }) => classId));
      const unknown = (input.classIds ?? []).findIndex((id) => !known.has(id));
      if (unknown >= 0) throw unknownReference(`/classIds/${String(unknown)}`);
      const named = input.classIds === undefined ? known : new Set(input.classIds);
      const needs = await textbooks.needs(schoolId, termId, {
        kinds: input.kinds ?? null,
        textbookIds: input.textbookIds ?? null,
      });
      const kept = await packs.clear(plan, [...named]);
      const classes = all.filter(({ classId }) => named.has(classId) && !kept.has(classId));
      const made = packsFor(classes, needs, await packs.already(plan), newId);
      await packs.add(plan, made, null);
      const lines = made.flatMap((pack) => pack.lines);
      return {
        classes: made.length,
        kept: [...kept].filter((id) => named.has(id)).length,
        textbooks: new Set(lines.map(({ textbookId }) => textbookId)).size,
        volumes: lines.reduce((sum, { planned }) => sum + planned, 0),
        shortages: await packs.shortages(schoolId, termId),
      };
    });
  }
}
