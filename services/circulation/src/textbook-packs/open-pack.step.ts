import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { canGo, type PackLine, type PackStep, type TextbookPack } from './rules/textbook-pack.js';
import { seesPack } from './rules/who-sees-packs.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/**
 * The pack with its lines, locked for a step of its way.
 * @throws Problem 404 out of reach, 409 `textbook-pack.not-now` where it is not as far, or further
 */
export const openPack = async (
  tx: Tx,
  caller: Caller,
  id: string,
  step: PackStep,
): Promise<{ readonly pack: TextbookPack; readonly lines: readonly PackLine[] }> => {
  const found = await tx.use(TextbookPacksRepository).locked(id);
  if (found === null) throw unknownThing();
  const { pack } = found;
  if (!seesPack(caller.reach, pack)) throw unknownThing();
  if (!canGo(step, pack)) throw conflict('textbook-pack.not-now');
  return found;
};
