import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { pictureFrom } from './pictures.js';

const red = { r: 200, g: 30, b: 30, alpha: 1 };
const drawn = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 4, background: red } });
const refusal = (status: number, code: string): unknown => expect.objectContaining({ status, code });
const unreadable = refusal(415, 'picture.unreadable');

describe('a picture that is kept', () => {
  it('says no more where it was taken, with which camera and by whom', async () => {
    const taken = await drawn(60, 40)
      .withExif({
        IFD0: { Artist: 'somebody', Make: 'a camera' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '30/1 15/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '120/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><who>somebody</who></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const sent = Buffer.concat([taken, Buffer.from('hidden behind the end')]);
    expect(sent.includes('somebody')).toBe(true);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { bytes, mediaType } = await pictureFrom(sent, 1_000);
    const { exif, xmp, icc, iptc, format } = await sharp(bytes).metadata();
    expect([mediaType, format, exif, xmp, icc, iptc]).toEqual([
      'image/jpeg', 'jpeg', undefined, undefined, undefined, undefined,
    ]); // prettier-ignore
    for (const word of ['somebody', 'camera', 'Exif', 'hidden']) expect(bytes.includes(word)).toBe(false);
  });

  it('stands upright, as the camera was held', async () => {
    const sideways = await drawn(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await pictureFrom(sideways, 1_000)).toMatchObject({ width: 40, height: 60 });
  });

  it.each([
    [99, 50, 99, 50],
    [100, 50, 100, 50],
    [101, 50, 100, 50],
    [50, 400, 13, 100],
  ])('of %d × %d pixels is kept with %d × %d where 100 are the most', async (width, height, ...kept) => {
    const { width: w, height: h } = await pictureFrom(await drawn(width, height).png().toBuffer(), 100);
    expect([w, h]).toEqual(kept);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('may come as %s', async (format) => {
    const { bytes } = await pictureFrom(await drawn(30, 20).toFormat(format).toBuffer(), 100);
    const { r, g } = (await sharp(bytes).stats()).dominant;
    expect([r > 150, g < 80]).toEqual([true, true]);
  });

  it('shows white where it was transparent', async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: { ...red, alpha: 0 } } });
    const { bytes } = await pictureFrom(await clear.png().toBuffer(), 100);
    expect((await sharp(bytes).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });
});

describe('what is no picture', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text that is called a picture', Buffer.from('GIF89a, they say')],
    [
      'SVG, which can hold a program',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['the beginning of a JPEG alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n')],
  ])('is refused: %s', async (_what, bytes) => {
    await expect(pictureFrom(bytes, 100)).rejects.toEqual(unreadable);
  });

  it('is refused when it breaks off in the middle', async () => {
    const noise = await sharp({
      create: { width: 300, height: 300, channels: 3, background: red, noise: { type: 'gaussian', mean: 128, sigma: 60 } },
    }).png().toBuffer(); // prettier-ignore
    await expect(pictureFrom(noise.subarray(0, noise.length / 2), 100)).rejects.toEqual(unreadable);
  });

  it.each([
    [199, 0],
    [200, 0],
    [201, 1],
  ])('is refused when it has more than 200 pixels: %d pixels, %d refusals', async (pixels, refusals) => {
    const bytes = await drawn(pixels, 1).png().toBuffer();
    const refused = await pictureFrom(bytes, 100, 200).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toEqual(refusals === 0 ? null : refusal(413, 'picture.too-many-pixels'));
  });
});
