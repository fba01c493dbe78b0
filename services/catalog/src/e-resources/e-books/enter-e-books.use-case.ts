import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { EResourcesRepository } from '../register/e-resources.repository.js';
import { isCovered, signedVolumes } from '../rules/e-book.js';
import { mayWriteFor } from '../written-by.step.js';
import type { EBookCorrectionAsked, EBooksAsked } from './e-books.http.js';
import { eBooksCounted } from './e-book.events.js';
import { EBooksRepository } from './e-books.repository.js';

/** Counts e-books in and out, apart from print (CAT-084). */
@Injectable()
export class EnterEBooks {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school or resource, 400 for a day to come, 409 `e-book.too-few` */
  async enter(caller: Caller, asked: EBooksAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    if (schoolId !== null && (await this.schools.awaited(schoolId)) === null)
      throw unknownReference('/schoolId');
    const today = this.clock.today();
    const day = asked.day ?? today;
    if (day > today) throw invalid({ pointer: '/day', code: 'not-in-the-future' });
    const { kind, fen, resourceId = null, documentNumber = null, note = null } = asked;
    return this.once.run(request, 201, async (tx) => {
      const books = tx.use(EBooksRepository);
      if (resourceId !== null) {
        const resource = await tx.use(EResourcesRepository).kept(resourceId);
        if (resource === null || (resource.schoolId !== null && resource.schoolId !== schoolId))
          throw unknownReference('/resourceId');
      }
      await books.hold(schoolId);
      const volumes = signedVolumes(kind, asked.volumes);
      if (!isCovered(volumes, await books.leastFrom(schoolId, day))) throw conflict('e-book.too-few');
      const line = { id: newId(), schoolId, kind, countsAs: kind, volumes, fen: fen ?? 0, resourceId };
      await books.enter({ ...line, day, documentNumber, note, corrects: null }, today, caller.id);
      await tx.outbox.append(eBooksCounted(line, day));
      return books.view(line);
    });
  }

  /** Takes a line back, as of today. @throws Problem 404, 409 `e-book-line.corrected`, `e-book.too-few` */
  correct(
    caller: Caller,
    id: string,
    asked: EBookCorrectionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.once.run(request, 201, async (tx) => {
      const books = tx.use(EBooksRepository);
      const known = await books.find(id);
      if (known === null || !mayWriteFor(caller, known.schoolId)) throw unknownThing();
      await books.hold(known.schoolId);
      const wrong = await books.find(id);
      if (wrong === null) throw unknownThing();
      if (wrong.kind === 'correction' || wrong.corrected) throw conflict('e-book-line.corrected');
      const volumes = -wrong.volumes;
      if (!isCovered(volumes, await books.leastFrom(wrong.schoolId, today))) throw conflict('e-book.too-few');
      const { schoolId, countsAs, resourceId } = wrong;
      const line = { id: newId(), schoolId, kind: 'correction', countsAs, volumes, fen: -wrong.fen } as const;
      const why = { day: today, resourceId, documentNumber: null, note: asked.note, corrects: id };
      await books.enter({ ...line, ...why }, today, caller.id);
      await tx.outbox.append(eBooksCounted(line, today));
      return books.view(line);
    });
  }
}
