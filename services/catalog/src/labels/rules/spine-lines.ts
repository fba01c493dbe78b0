/** The parts of a call number on the spine, one under the other: class number, book number, volume (GB/T 索书号). */
export type Shelved = {
  readonly callNumber: string | null;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  readonly volume: string | null;
  readonly accessionNumber: number;
};

/**
 * A copy by a scheme of its own has its call number cut where it is written with a slash. One without a call number
 * carries its accession number: so it can be found in the register, and gets a call number later.
 */
export function spineLines({ callNumber, clc, bookNumber, volume, accessionNumber }: Shelved): string[] {
  if (callNumber === null) return [String(accessionNumber)];
  if (clc === null || bookNumber === null) return callNumber.split('/').filter((part) => part !== '');
  return [clc, bookNumber, ...(volume === null ? [] : [volume])];
}
