import { unknownReference } from '@shulian/service-kit';
import type { CountedLineAsked } from './textbook-packs.http.js';
import type { PackLine } from './rules/textbook-pack.js';

/** What was counted, by textbook. @throws Problem 422 for a textbook that is not in the pack */
export const countedOf = (
  asked: readonly CountedLineAsked[] | undefined,
  lines: readonly PackLine[],
): ReadonlyMap<string, number> => {
  const inPack = new Set(lines.map(({ textbookId }) => textbookId));
  const stranger = (asked ?? []).findIndex(({ textbookId }) => !inPack.has(textbookId));
  if (stranger >= 0) throw unknownReference(`/lines/${String(stranger)}/textbookId`);
  return new Map((asked ?? []).map(({ textbookId, quantity }) => [textbookId, quantity]));
};
