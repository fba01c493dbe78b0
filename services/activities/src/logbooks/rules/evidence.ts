/**
 * What a file is, by its bytes, whatever its sender calls it: a picture (made anew before it is kept), a PDF, or an Office
 * document; null: none of these.
 */
export function mediaTypeOf(bytes: Uint8Array): 'picture' | 'application/pdf' | 'application/zip' | null {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47)) return 'picture';
  if (begins(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'picture';
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return begins(0x50, 0x4b, 0x03, 0x04) ? 'application/zip' : null;
}
