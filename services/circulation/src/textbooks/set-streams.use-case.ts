import { Injectable } from '@nestjs/common';
import { OncePerKey, unknownReference, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { TextbooksRepository } from './textbooks.repository.js';
import type { ClassStreamsAsked, ClassStreamsSet } from './textbooks.http.js';

/** Says of which stream the classes of a school are, arts or science; those without one get what is for everybody. */
@Injectable()
export class SetStreams {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 422 for a class that the school has not */
  execute({ items }: ClassStreamsAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<ClassStreamsSet> => {
      const textbooks = tx.use(TextbooksRepository);
      const holders = items.map(({ classId }) => ({ kind: 'class', ref: classId }) as const);
      const [stranger] = await textbooks.strangers(schoolId, holders);
      if (stranger !== undefined)
        throw unknownReference(
          `/items/${String(items.findIndex(({ classId }) => classId === stranger.ref))}/classId`,
        );
      const last = new Map(items.map((item) => [item.classId, item]));
      await textbooks.setStreams(schoolId, [...last.values()]);
      return { classes: last.size };
    });
  }
}
