import { Injectable } from '@nestjs/common';
import { OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { countedOf } from './counted-lines.step.js';
import { openPack } from './open-pack.step.js';
import type { TextbookCountAsked } from './textbook-packs.http.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/** Sorted and counted before it is handed out; counted again as long as it is not (CIR-086). */
@Injectable()
export class CountPack {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 out of reach, 409 once it is handed out, 422 for a textbook that is not in it */
  execute(
    caller: Caller,
    id: string,
    input: TextbookCountAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const { pack, lines } = await openPack(tx, caller, id, 'count');
      const packs = tx.use(TextbookPacksRepository);
      const counted = countedOf(input.lines, lines);
      await packs.move(
        { ...pack, status: 'packed' },
        lines.map((line) => ({ ...line, counted: counted.get(line.textbookId) ?? line.planned })),
      );
      return packs.view(id);
    });
  }
}
