import { posix } from 'node:path';
import { sharedTexts } from './cell-texts.js';
import { MergedWords, mergedRanges } from './merged-cells.js';
import { numberLooks } from './number-looks.js';
import { sheetRows, type WorkbookRow } from './sheet-rows.js';
import { WorkbookUnreadable } from './workbook-unreadable.js';
import { xmlSteps, type XmlStep } from './xml-steps.js';
import { ZipParts } from './zip-parts.js';

export { WorkbookUnreadable, ZipParts, type WorkbookRow };

/** A school has a sheet for each class at most. */
const MOST_SHEETS = 1_000;

export type WorkbookSheet = {
  readonly name: string;
  /** Hidden sheets hold what their owners put away: lists to choose from, last year's table. */
  readonly isHidden: boolean;
  /** Its rows, read from the file anew each time; throws WorkbookUnreadable where the sheet is broken. */
  readonly rows: () => AsyncGenerator<WorkbookRow>;
};

/**
 * The sheets of an .xlsx workbook, with what a person sees in their cells. Sheets are read as a stream, in slices short
 * enough for others to be served between them; what a file makes us hold is bounded, whatever it unpacks to.
 * @throws WorkbookUnreadable
 */
export async function openWorkbook(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const parts = await ZipParts.of(bytes);
  const steps = (name: string): AsyncGenerator<readonly XmlStep[]> => xmlSteps(parts.bytesOf(name));
  const [main] = await targetsOf(steps, '', 'officeDocument');
  if (main === undefined) throw new WorkbookUnreadable('damaged');
  const [sheetParts, [textPart], [lookPart], { named, since1904 }] = [
    new Map((await targetsOf(steps, main.part, 'worksheet')).map(({ id, part }) => [id, part])),
    await targetsOf(steps, main.part, 'sharedStrings'),
    await targetsOf(steps, main.part, 'styles'),
    await namesOf(steps(main.part)),
  ];
  const texts =
    textPart === undefined || !parts.has(textPart.part) ? [] : await sharedTexts(steps(textPart.part));
  const looks =
    lookPart === undefined || !parts.has(lookPart.part) ? [] : await numberLooks(steps(lookPart.part));
  return named.flatMap(({ id, name, isHidden }): WorkbookSheet[] => {
    const part = sheetParts.get(id);
    // A chart is a sheet, too, without rows.
    if (part === undefined) return [];
    const rows = async function* (): AsyncGenerator<WorkbookRow> {
      const merged = new MergedWords(await mergedRanges(steps(part)));
      yield* sheetRows(steps(part), { texts, looks, since1904, merged });
    };
    return [{ name, isHidden, rows }];
  });
}

/** Parts that a part points to, by the last word of what they are: makers and years differ in all before it. */
async function targetsOf(
  steps: (name: string) => AsyncIterable<readonly XmlStep[]>,
  part: string,
  kind: string,
): Promise<readonly { readonly id: string; readonly part: string }[]> {
  const folder = posix.dirname(part);
  const targets: { id: string; part: string }[] = [];
  for await (const some of steps(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)))
    for (const step of some) {
      if (step.is !== 'open' || step.name !== 'Relationship') continue;
      const { Id: id = '', Type: type = '', Target: target = '' } = step.attributes;
      if (posix.basename(type) === kind)
        targets.push({
          id,
          part: posix.join(target.startsWith('/') ? '/' : folder, target).replace(/^\/+/, ''),
        });
      if (targets.length > MOST_SHEETS) throw new WorkbookUnreadable('too-large');
    }
  return targets;
}

type SheetName = { readonly id: string; readonly name: string; readonly isHidden: boolean };

async function namesOf(
  steps: AsyncIterable<readonly XmlStep[]>,
): Promise<{ readonly named: readonly SheetName[]; readonly since1904: boolean }> {
  const named: SheetName[] = [];
  let since1904 = false;
  for await (const some of steps)
    for (const step of some) {
      if (step.is !== 'open') continue;
      const { id = '', name = '', state = 'visible', date1904 = '0' } = step.attributes;
      if (step.name === 'sheet') named.push({ id, name, isHidden: state !== 'visible' });
      if (named.length > MOST_SHEETS) throw new WorkbookUnreadable('too-large');
      if (step.name === 'workbookPr') since1904 = date1904 === '1' || date1904 === 'true';
    }
  return { named, since1904 };
}
