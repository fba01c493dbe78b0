export type FileKind = 'marc' | 'workbook' | 'old-workbook' | 'text';

/**
 * What a file is by its first bytes: MARC (ISO 2709 or XML), a workbook (a zip archive; .xls and what has a password are
 * of another kind), or some other text.
 */
export const fileKindOf = async (source: AsyncIterable<Uint8Array>): Promise<FileKind> => {
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, 65_536));
    const beginning = bytes.subarray(0, 4).toString('latin1');
    if (beginning === 'PK\u0003\u0004') return 'workbook';
    if (beginning === '\xd0\xcf\x11\xe0') return 'old-workbook';
    const text = bytes.toString('latin1').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*/, '');
    if (text.startsWith('<')) return 'marc';
    // The marks of ISO 2709 stand in no text file; a damaged one still holds some.
    return /[\x1d\x1e\x1f]/.test(text) || /^\d{5}[a-z]/.test(text) ? 'marc' : 'text';
  }
  return 'text';
};
