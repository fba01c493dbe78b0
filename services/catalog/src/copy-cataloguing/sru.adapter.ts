import { readMarcXml } from '../catalog-imports/marcxml.format.js';
import type { MarcRecord } from '../catalog-imports/rules/marc-record.js';
import type { SruSettings } from './sru.config.js';

/** A desk waits for it: what does not come in this time does not come. */
const WITHIN_MS = 5_000;
const MOST_BYTES = 2_000_000;
const MOST_RECORDS = 10;

export type SruAnswer =
  | { readonly is: 'answered'; readonly records: readonly MarcRecord[] }
  /** It is slow, does not answer, or answers with something else. */
  | { readonly is: 'away' }
  /** It answers that it does not understand. */
  | { readonly is: 'refused' };

/** A server that speaks SRU (search/retrieve by URL, version 1.1) and hands out MARCXML. */
export class SruSource {
  constructor(private readonly settings: SruSettings | null) {}

  get isConfigured(): boolean {
    return this.settings !== null;
  }

  /** Records with an ISBN of 13 digits, ten at most; never throws. */
  async byIsbn(isbn: string): Promise<SruAnswer> {
    if (this.settings === null) return { is: 'away' };
    try {
      const answer = await fetch(addressOf(this.settings, isbn), {
        headers: { accept: 'application/xml, text/xml' },
        signal: AbortSignal.timeout(WITHIN_MS),
        redirect: 'error',
      });
      if (!answer.ok || answer.body === null) return { is: 'away' };
      const bytes = await boundedBytes(answer.body);
      if (bytes === null) return { is: 'away' };
      return await readAnswer(bytes);
    } catch {
      return { is: 'away' };
    }
  }
}

const addressOf = ({ url, index, schema }: SruSettings, isbn: string): URL => {
  const address = new URL(url);
  const asked = {
    version: '1.1',
    operation: 'searchRetrieve',
    query: `${index}="${isbn}"`,
    startRecord: '1',
    maximumRecords: String(MOST_RECORDS),
    recordPacking: 'xml',
    recordSchema: schema,
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address;
};

const boundedBytes = async (body: AsyncIterable<Uint8Array>): Promise<Buffer | null> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

const readAnswer = async (bytes: Buffer): Promise<SruAnswer> => {
  const text = bytes.toString('latin1');
  if (!/<(?:\w+:)?searchRetrieveResponse[\s>]/.test(text)) return { is: 'away' };
  const records: MarcRecord[] = [];
  // A record of SRU has the record of MARC inside, under the same name: the outer one reads as one that breaks off.
  for await (const reading of readMarcXml(once(bytes)))
    if (reading.is === 'record' && reading.record.fields.length > 0) records.push(reading.record);
  return records.length === 0 && /<(?:\w+:)?diagnostics?[\s>]/.test(text)
    ? { is: 'refused' }
    : { is: 'answered', records: records.slice(0, MOST_RECORDS) };
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
