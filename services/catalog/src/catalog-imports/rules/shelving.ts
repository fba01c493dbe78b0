import { fieldsOf, valueIn, valuesIn, type MarcDialect, type MarcRecord } from './marc-record.js';

/** Where a copy stands, as the file writes it: class and book number apart, and the call number in one piece. */
export type Shelving = {
  readonly clc: string | null;
  readonly bookNumber: string | null;
  readonly callNumber: string | null;
};

export const NO_SHELVING: Shelving = { clc: null, bookNumber: null, callNumber: null };

/** Fields beside those of the items that say where the copies of a record stand. */
const FIELDS: Readonly<
  Record<
    MarcDialect,
    readonly { tag: string; clc?: string; bookNumber?: string; callNumber: readonly string[] }[]
  >
> = {
  unimarc: [
    { tag: '905', clc: 'd', bookNumber: 'e', callNumber: ['s'] },
    { tag: '906', clc: 'd', bookNumber: 'e', callNumber: ['s'] },
  ],
  marc21: [
    { tag: '852', callNumber: ['h', 'i'] },
    { tag: '099', callNumber: ['a'] },
    { tag: '090', callNumber: ['a', 'b'] },
  ],
};

/** The call number of a record from the first of its fields that has one; several different ones belong to nobody surely. */
export const shelvingIn = (record: MarcRecord, dialect: MarcDialect): Shelving | 'several' => {
  for (const { tag, clc = '', bookNumber = '', callNumber } of FIELDS[dialect]) {
    const found = fieldsOf(record, tag).flatMap(
      (field) =>
        shelvingOf({
          clc: valueIn(field, clc),
          bookNumber: valueIn(field, bookNumber),
          callNumber: valuesIn(field, ...callNumber).join(' '),
        }) ?? [],
    );
    const [first] = found;
    if (first === undefined) continue;
    return found.every((each) => each.callNumber === first.callNumber) ? first : 'several';
  }
  return NO_SHELVING;
};

/** `F124/26` or `F124/26:A000001` in one piece, else class and number from subfields of their own; null where nothing is said. */
export const shelvingOf = (written: {
  readonly clc: string | null;
  readonly bookNumber: string | null;
  readonly callNumber: string;
}): Shelving | null => {
  const parts = /^([^/]+)\/([^/:：]+)/u.exec(written.callNumber);
  const clc = written.clc ?? parts?.[1]?.trim() ?? null;
  const bookNumber = written.bookNumber ?? parts?.[2]?.trim() ?? null;
  const together = [clc, bookNumber].filter((part) => part !== null).join('/');
  const callNumber = parts === null ? written.callNumber.trim() : together;
  const inOnePiece = together !== '' && written.callNumber === '' ? together : callNumber;
  return inOnePiece === '' ? null : { clc, bookNumber, callNumber: inOnePiece };
};
