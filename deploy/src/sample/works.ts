import { readFileSync } from 'node:fs';

/** p: grades 1–6, j: 7–9, s: 10–12. */
export type Section = 'p' | 'j' | 's';

/** A real work; what we are not certain of (publisher, ISBN, year) is left empty, never invented. */
export type Work = {
  /** Place in the list from 1; the control number of its record. */
  readonly number: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly country: string | null;
  readonly publisher: string | null;
  readonly clc: string;
  readonly sections: readonly Section[];
  readonly readingRoomOnly: boolean;
};

const list = new URL('../../sample/works.tsv', import.meta.url);

/** The works of `deploy/sample/works.tsv`, in the order of the file. */
export function sampleWorks(): Work[] {
  const [, ...lines] = readFileSync(list, 'utf8').trimEnd().split('\n');
  return lines.map((line, at) => {
    const [title = '', authors = '', country = '', publisher = '', clc = '', sections = '', kind = ''] =
      line.split('\t');
    return {
      number: at + 1,
      title,
      authors: authors.split('；'),
      country: country || null,
      publisher: publisher || null,
      clc,
      sections: [...sections].filter((letter): letter is Section => 'pjs'.includes(letter)),
      readingRoomOnly: kind === 'reading-room',
    };
  });
}
