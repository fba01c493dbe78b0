import sharp from 'sharp';
import { Problem } from '../problem/refused.js';

/** A picture as it is kept. */
export type Picture = {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

/** A camera of 2026 makes 50; a file of some KB can say that it has a thousand times as many. */
export const MOST_PIXELS = 50_000_000;

// Loaders of other formats are many, and each has its holes: what is no JPEG, PNG or WebP is not even looked at.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// One thread, and nothing kept: desks come first.
sharp.concurrency(1);
sharp.cache(false);

/**
 * The same picture made anew, upright, at most so many pixels wide and high: whatever came with it (where it was taken and
 * when, by whom and on which machine, hidden data behind its end) is left behind.
 * @throws Problem 415 when the bytes are no whole JPEG, PNG or WebP, 413 when it has too many pixels
 */
export async function pictureFrom(
  bytes: Uint8Array,
  most: number,
  mostPixels = MOST_PIXELS,
): Promise<Picture> {
  const { width, height } = await readable(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > mostPixels) throw new Problem(413, 'picture.too-many-pixels');
  const { data, info } = await readable(() =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true }),
  );
  return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height };
}

/** The library's errors are all about the bytes: they come from a sender, and say nothing of use to one. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new Problem(415, 'picture.unreadable');
  }
}
