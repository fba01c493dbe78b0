import { SaxesParser } from 'saxes';
import { WorkbookUnreadable } from './workbook-unreadable.js';

/** A step through an XML text: names without their prefix, so that every maker's habits read the same. */
export type XmlStep =
  | { readonly is: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

/** Bytes in which an honest part comes to its next element or text: a cell holds 32,767 characters at most. */
const MOST_WITHOUT_STEP = 1024 * 1024;
/** Elements inside one another; those of workbooks are a dozen deep. */
const DEEPEST = 64;

/** Reads an XML part piece by piece, holding no more than one element. @throws WorkbookUnreadable */
export async function* xmlSteps(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly XmlStep[]> {
  const steps: XmlStep[] = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let depth = 0;
  let broken: unknown = null;
  parser.on('error', (error) => (broken ??= error));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    steps.push({ is: 'open', name: withoutPrefix(name), attributes: plainNames(attributes) });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    steps.push({ is: 'close', name: withoutPrefix(name) });
  });
  parser.on('text', (text) => steps.push({ is: 'text', text }));
  parser.on('cdata', (text) => steps.push({ is: 'text', text }));

  const decoder = new TextDecoder();
  let without = 0;
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (broken !== null) throw new WorkbookUnreadable('damaged');
    without = steps.length > 0 ? 0 : without + piece.length;
    if (without > MOST_WITHOUT_STEP || depth > DEEPEST) throw new WorkbookUnreadable('too-large');
    if (steps.length > 0) yield steps.splice(0);
  }
  parser.close();
  if (broken !== null) throw new WorkbookUnreadable('damaged');
  yield steps;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

const plainNames = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [withoutPrefix(name), value]));
