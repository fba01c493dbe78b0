import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { TextbookLine } from '../textbooks/rules/textbook-line.js';
import { writeLines } from '../textbooks/write-lines.step.js';
import { openPack } from './open-pack.step.js';
import { issuedOf } from './rules/textbook-pack.js';
import type { TextbookIssueAsked } from './textbook-packs.http.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/** Hands a whole pack out in one call: all its textbooks, or none (CIR-076). */
@Injectable()
export class IssuePack {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where it is not sorted or is out already, or with every textbook of which there is not enough */
  execute(
    caller: Caller,
    id: string,
    input: TextbookIssueAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const onDay = (input.onDay ?? this.clock.today()) as CalendarDay;
    return this.oncePerKey.run(request, 200, async (tx) => {
      const { pack, lines } = await openPack(tx, caller, id, 'issue');
      const { schoolId, termId, occasion, holder } = pack;
      const moves = lines.map((line): TextbookLine => ({
        id: newId(),
        schoolId,
        textbookId: line.textbookId,
        termId,
        what: 'issued',
        occasion,
        quantity: issuedOf(line),
        holder,
        onDay,
        note: null,
        by: caller.id,
        documentId: id,
        counterOf: null,
      }));
      await writeLines(tx, schoolId, moves);
      const packs = tx.use(TextbookPacksRepository);
      await packs.move({ ...pack, status: 'issued', issuedOn: onDay }, null);
      return packs.view(id);
    });
  }
}
