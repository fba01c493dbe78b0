import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);

/** Noto Sans SC: all of the Unihan core and extension A, what GB 18030 level 2 asks for beyond, and pinyin with its tones. */
const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

export type Weight = keyof typeof FILES;

/** A weight of the type: its file, and how wide its characters are. */
export class Face {
  private readonly font: fontkit.Font;
  private readonly widths = new Map<number, number>();
  private readonly present = new Map<number, boolean>();

  constructor(readonly file: Buffer) {
    // Loaded with the first face: most processes never print, and it takes a tenth of a second and 26 MB.
    const font = (require('fontkit') as typeof fontkit).create(file);
    if (!('glyphForCodePoint' in font)) throw new Error('a collection of fonts is none');
    this.font = font;
  }

  has(codePoint: number): boolean {
    let has = this.present.get(codePoint);
    if (has === undefined) this.present.set(codePoint, (has = this.font.hasGlyphForCodePoint(codePoint)));
    return has;
  }

  /** Points that the text takes at a size, without kerning, which only ever makes it narrower. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.advanceOf(character.codePointAt(0) ?? 0);
    return width * size;
  }

  private advanceOf(codePoint: number): number {
    let width = this.widths.get(codePoint);
    if (width === undefined) {
      width = this.font.glyphForCodePoint(codePoint).advanceWidth / this.font.unitsPerEm;
      this.widths.set(codePoint, width);
    }
    return width;
  }
}

const open = new Map<Weight, Face>();

/** Read when the first document is made: ten megabytes each, of which a document carries what it uses. */
export function faceOf(weight: Weight): Face {
  let face = open.get(weight);
  if (face === undefined) {
    face = new Face(readFileSync(require.resolve(FILES[weight])));
    open.set(weight, face);
  }
  return face;
}
