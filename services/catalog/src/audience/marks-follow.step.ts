import type { Tx } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { AudienceRepository } from './audience.repository.js';
import { edited, isSame } from './rules/audience.js';

/**
 * A title that goes into another brings its marks along, before it is merged; the level of the other stays where it has one. Its own
 * marks stay with it for the day it is separated.
 */
export const marksFollow = async (tx: Tx, fromId: TitleId, intoId: TitleId): Promise<void> => {
  const audience = tx.use(AudienceRepository);
  const titles = await audience.lockedTitles([fromId, intoId]);
  const marksOf = (id: TitleId) => titles.find(({ titleId }) => titleId === id)?.marks;
  const [from, into] = [marksOf(fromId), marksOf(intoId)];
  if (from === undefined || into === undefined) return;
  const marks = edited(into, {
    addBands: from.bands,
    addThemes: from.themes,
    level: into.level ?? from.level,
  });
  if (!isSame(into, marks)) await audience.write([{ titleId: intoId, marks }]);
};
