import type { Tx } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { reclassifyCopies } from '../accession/reclassify-copies.step.js';
import { noteEdits } from '../title-records/note-edits.step.js';
import type { Title } from '../titles/rules/title.js';
import type { withFinding } from '../titles/title-finding.use-case.js';
import { writeTitles } from '../titles/write-titles.use-case.js';

/** Writes titles that were locked, announces them, and has their copies follow into another class. */
export const writeEdits = async (
  tx: Tx,
  changes: readonly (readonly [before: Title, after: Title])[],
  occasion: { readonly at: Date; readonly day: CalendarDay; readonly by: string },
  found: (title: Title) => ReturnType<typeof withFinding>,
): Promise<void> => {
  await writeTitles(tx, { added: [], changed: changes.map(([, after]) => after) }, occasion.at, found);
  for (const [before, after] of changes) {
    await noteEdits(tx, before, after, occasion.at);
    await reclassifyCopies(tx, before, after.clc, occasion);
  }
};
