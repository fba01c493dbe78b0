import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { TextbookLine } from '../textbooks/rules/textbook-line.js';
import { writeLines } from '../textbooks/write-lines.step.js';
import { countedOf } from './counted-lines.step.js';
import { openPack } from './open-pack.step.js';
import { hasOf, issuedOf } from './rules/textbook-pack.js';
import type { TextbookCountAsked } from './textbook-packs.http.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/**
 * Whoever received a pack has counted it (CIR-076). What the class has is what it received: a difference moves between class and
 * store by a line of its own. Checked again, the new count stands.
 */
@Injectable()
export class CheckPack {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 before it is handed out, or for more than there is; 422 for a textbook that is not in it */
  execute(
    caller: Caller,
    id: string,
    input: TextbookCountAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const { pack, lines } = await openPack(tx, caller, id, 'check');
      const { schoolId, termId, occasion, holder } = pack;
      const counted = countedOf(input.lines, lines);
      const onDay = this.clock.today();
      const checked = lines.map((line) => ({
        ...line,
        received: counted.get(line.textbookId) ?? issuedOf(line),
        had: hasOf(line),
      }));
      const moves = checked.map(({ textbookId, received, had }): TextbookLine => ({
        id: newId(),
        schoolId,
        textbookId,
        termId,
        what: 'issued',
        occasion,
        quantity: received - had,
        holder,
        onDay,
        note: null,
        by: caller.id,
        documentId: id,
        counterOf: null,
      }));
      await writeLines(tx, schoolId, moves);
      const packs = tx.use(TextbookPacksRepository);
      await packs.move({ ...pack, status: 'checked', checkedOn: onDay, checkedBy: caller.id }, checked);
      return packs.view(id);
    });
  }
}
