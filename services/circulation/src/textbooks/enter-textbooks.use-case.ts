import { Injectable } from '@nestjs/common';
import { newId, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { TextbooksRepository } from './textbooks.repository.js';
import type { TextbooksAsked, TextbooksEntered } from './textbooks.http.js';

/** Enters textbooks of a school: they stay from term to term, so that their stock does. */
@Injectable()
export class EnterTextbooks {
  constructor(private readonly oncePerKey: OncePerKey) {}

  execute({ items }: TextbooksAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx): Promise<TextbooksEntered> => {
      const textbooks = tx.use(TextbooksRepository);
      const added = items.map((item) => ({ ...item, id: newId() }));
      await textbooks.add(schoolId, added);
      const byId = await textbooks.many(
        schoolId,
        added.map(({ id }) => id),
      );
      return { items: added.flatMap(({ id }) => byId.get(id) ?? []) };
    });
  }
}
