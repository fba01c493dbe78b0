import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type * as fontkit from 'fontkit';
import type PDFDocument from 'pdfkit';
import { faceOf, type Weight } from '../type/faces.js';

const require = createRequire(import.meta.url);

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** ISO 216 A4, upright. */
export const A4 = { width: 210 * MM, height: 297 * MM } as const;

/**
 * A PDF on its way: pages are drawn one after the other, and the next one only when the last was taken by the reader, so
 * that a list of any length needs the memory of one page and of the characters used so far.
 */
export class Pdf {
  private readonly document: PDFKit.PDFDocument;

  constructor(about: { readonly title: string; readonly language: 'zh' | 'en' }) {
    // Loaded with the first document, as the faces are.
    const Document = require('pdfkit') as typeof PDFDocument;
    this.document = new Document({
      autoFirstPage: false,
      bufferPages: false,
      // It keeps every word that was ever set: of a long list, every barcode.
      fontLayoutCache: false,
      pdfVersion: '1.7',
      lang: about.language === 'zh' ? 'zh-CN' : 'en',
      info: { Title: about.title, Producer: 'Shulian', Creator: 'Shulian' },
    });
    for (const weight of ['regular', 'bold'] as const) {
      this.document.registerFont(weight, faceOf(weight).file);
      setPlainly(this.document.font(weight));
    }
  }

  page(size: { readonly width: number; readonly height: number }): void {
    this.document.addPage({ size: [size.width, size.height], margin: 0 });
  }

  /** One line of printable text with its upper left corner there. */
  text(
    text: string,
    at: { readonly x: number; readonly y: number },
    as: { readonly weight: Weight; readonly size: number; readonly grey?: boolean },
  ): void {
    if (text === '') return;
    this.document
      .font(as.weight)
      .fontSize(as.size)
      .fillColor(as.grey === true ? '#555555' : '#000000')
      .text(text, at.x, at.y, { lineBreak: false, baseline: 'top' });
  }

  filled(x: number, y: number, width: number, height: number, color = '#000000'): void {
    this.document.rect(x, y, width, height).fill(color);
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.5): void {
    this.document.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor('#000000').stroke();
  }

  /** A dashed line across, to cut along. */
  cutLine(x: number, y: number, width: number): void {
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.25)
      .dash(3, { space: 3 })
      .strokeColor('#888888')
      .stroke()
      .undash();
  }

  outline(x: number, y: number, width: number, height: number): void {
    this.document
      .rect(x, y, width, height)
      .lineWidth(0.25)
      .dash(2, { space: 2 })
      .strokeColor('#888888')
      .stroke()
      .undash();
  }

  /** @param draw stops (`yield`) after each page or some lines: what is ready then goes to the reader first */
  stream(draw: (pdf: Pdf) => AsyncIterable<void> | Iterable<void>): Readable {
    return Readable.from(this.chunks(draw), { objectMode: false });
  }

  private async *chunks(draw: (pdf: Pdf) => AsyncIterable<void> | Iterable<void>): AsyncGenerator<Buffer> {
    for await (const _ of draw(this))
      for (let chunk = this.taken(); chunk !== null; chunk = this.taken()) yield chunk;
    this.document.end();
    for await (const chunk of this.document) yield chunk as Buffer;
  }

  private taken(): Buffer | null {
    return this.document.read() as Buffer | null;
  }
}

type Glyphs = fontkit.GlyphRun['glyphs'];
type Run = { readonly glyphs: Glyphs; readonly positions: readonly object[]; readonly advanceWidth: number };
type EmbeddedFont = { readonly font: fontkit.Font; readonly scale: number; layoutRun(text: string): Run };

/**
 * Chinese and Latin letters stand beside each other as wide as they are; the tables for ligatures and kerning, looked
 * up for every cell of a list, take ten times as long as all the rest. Only marks above letters need them.
 */
function setPlainly(document: PDFKit.PDFDocument): void {
  const embedded = (document as unknown as { readonly _font: EmbeddedFont })._font;
  const { font, scale } = embedded;
  const shaped = embedded.layoutRun.bind(embedded);
  const known = new Map<string, Glyphs[number]>();
  const glyphOf = (character: string): Glyphs[number] => {
    let glyph = known.get(character);
    if (glyph === undefined) {
      glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      known.set(character, glyph);
    }
    return glyph;
  };
  embedded.layoutRun = (text) => {
    if (/\p{M}/u.test(text)) return shaped(text);
    const glyphs = [...text].map(glyphOf);
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth * scale,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
      advanceWidth: advanceWidth * scale,
    }));
    return { glyphs, positions, advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) };
  };
}
