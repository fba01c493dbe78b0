import { Readable } from 'node:stream';
import { tableRows } from '@shulian/service-kit';
import { WorkbookUnreadable, ZipParts } from '@shulian/documents/workbooks';
import { MOST_ROWS, RosterUnreadable } from './roster-file.format.js';
import type { PackageFile, PackageFiles } from './rules/one-roster.js';

/** What is read of a package; other files of it are passed over. */
const READ = ['manifest', 'orgs', 'users', 'roles', 'classes', 'enrollments'] as const;
const HEADINGS = new Set([
  'propertyName',
  'sourcedId',
  'status',
  'classSourcedId',
  'userSourcedId',
  'role',
  'title',
  'name',
  'givenName',
  'familyName',
]);

/** The files of a OneRoster package, wherever in the zip they lie. @throws RosterUnreadable */
export async function oneRosterFiles(bytes: Buffer): Promise<PackageFiles> {
  try {
    const zip = await ZipParts.of(bytes);
    const files: Partial<Record<(typeof READ)[number], PackageFile>> = {};
    for (const name of READ) {
      const part = zip.names.find((each) => each.toLowerCase().split('/').at(-1) === `${name}.csv`);
      if (part !== undefined) files[name] = await fileOf(Readable.from(zip.bytesOf(part)));
    }
    return files;
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error;
    throw new RosterUnreadable(error.why === 'too-large' ? 'roster.too-large' : 'roster.unreadable');
  }
}

async function fileOf(bytes: AsyncIterable<Uint8Array>): Promise<PackageFile> {
  let headings: string[] | null = null;
  const rows: { row: number; isRagged: boolean; told: Record<string, string> }[] = [];
  for await (const { line, cells } of tableRows(bytes, (cell) => HEADINGS.has(cell.trim()))) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (headings === null) {
      headings = cells.map((cell) => cell.trim());
      continue;
    }
    const [first, ...others] = [headings, cells];
    rows.push({
      row: line,
      isRagged: cells.slice(first.length).some((cell) => cell.trim() !== ''),
      told: Object.fromEntries(first.map((heading, at) => [heading, others[0]?.[at]?.trim() ?? ''])),
    });
    if (rows.length > MOST_ROWS) throw new RosterUnreadable('roster.too-large');
  }
  return { rows };
}
