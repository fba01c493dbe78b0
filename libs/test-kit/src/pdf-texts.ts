import { extractText, getDocumentProxy } from 'unpdf';

/** What can be read in a PDF, page by page, as somebody would who copies it out. */
export async function pdfTexts(file: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
  return text;
}
