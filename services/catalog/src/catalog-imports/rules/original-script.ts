import {
  trimmed,
  valueIn,
  type DataField,
  type MarcDialect,
  type MarcField,
  type MarcRecord,
  type ReadingNote,
} from './marc-record.js';

/**
 * Records from abroad give a Chinese title in Latin letters and the original beside it: MARC21 in 880 with `$6 245-02`,
 * UNIMARC in a second field of the same tag with the same `$6`. Here the original comes first, so that a book is found by
 * the title on its cover; the other writing stays as a further title or name.
 */
export const withOriginalScript = (
  record: MarcRecord,
  dialect: MarcDialect,
): { record: MarcRecord; notes: readonly ReadingNote[] } =>
  dialect === 'marc21'
    ? linked880(record)
    : { record: { ...record, fields: paired(record.fields) }, notes: [] };

const linked880 = (record: MarcRecord): { record: MarcRecord; notes: readonly ReadingNote[] } => {
  if (!record.fields.some(({ tag }) => tag === '880')) return { record, notes: [] };
  const notes: ReadingNote[] = [];
  const before = new Map<MarcField, DataField[]>();
  const after = new Map<MarcField, DataField[]>();
  const alone: DataField[] = [];
  const others = record.fields.filter(({ tag }) => tag !== '880');
  for (const field of record.fields) {
    if (field.tag !== '880' || !('subfields' in field)) continue;
    const link = linkOf(field);
    if (link === null) {
      notes.push({
        code: 'record.original-script-unlinked',
        field: '880',
        detail: trimmed(valueIn(field, 'a') ?? '') ?? '880',
      });
      continue;
    }
    const made: DataField = { ...field, tag: link.tag };
    const sameTag = others.filter((each): each is DataField => each.tag === link.tag && 'subfields' in each);
    const partner =
      sameTag.find((each) => linkOf(each)?.tag === '880' && linkOf(each)?.occurrence === link.occurrence) ??
      (sameTag.length === 1 ? sameTag[0] : undefined);
    if (partner === undefined) alone.push(made);
    else {
      const side = isLatin(made) && !isLatin(partner) ? after : before;
      side.set(partner, [...(side.get(partner) ?? []), made]);
    }
  }
  const fields = others.flatMap((field) => [
    ...(before.get(field) ?? []),
    field,
    ...(after.get(field) ?? []),
  ]);
  return { record: { ...record, fields: [...fields, ...alone] }, notes };
};

/** `880-02` or `245-02/$1/r`: the tag of the other field and the number both have. */
const linkOf = (field: DataField): { tag: string; occurrence: string } | null => {
  const link = /^\s*(\d{3})-(\d{2,3})(?:\/|\s|$)/.exec(valueIn(field, '6') ?? '');
  return link === null ? null : { tag: link[1] ?? '', occurrence: link[2] ?? '' };
};

/** Fields of one tag whose `$6` names the same pair, those in the original script first. */
const paired = (fields: readonly MarcField[]): MarcField[] => {
  const pairs = new Map<string, DataField[]>();
  const pairOf = (field: MarcField): string | null => {
    if (!('subfields' in field)) return null;
    // `a02` or `z02/200`: what the pair is for, its number, and the tag of the other field.
    const link = /^\s*[a-z]?(\d{2,5})/i.exec(valueIn(field, '6') ?? '')?.[1];
    return link === undefined ? null : `${field.tag} ${link}`;
  };
  for (const field of fields) {
    const pair = pairOf(field);
    if (pair !== null && 'subfields' in field) pairs.set(pair, [...(pairs.get(pair) ?? []), field]);
  }
  for (const [pair, both] of pairs)
    pairs.set(pair, [...both.filter((field) => !isLatin(field)), ...both.filter(isLatin)]);
  return fields.map((field) => {
    const pair = pairOf(field);
    return pair === null ? field : (pairs.get(pair)?.shift() ?? field);
  });
};

/** Whether a field is written in Latin letters alone, as transliterations are. */
const isLatin = (field: DataField): boolean =>
  !field.subfields.some(
    ({ code, value }) =>
      /[a-z]/.test(code) && /(?!\p{Script=Latin})\p{L}/u.test(value.replace(/[ʹʺʻʼ]/gu, '')),
  );
