import { Injectable } from '@nestjs/common';
import { Lists, refuseCursor, sql, allOf, words, type Page, type Rows, type Sql } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { TEMPLATE_VIEW } from './notice-template.row.js';
import type { NoticeTemplateView, OwnTemplate, TemplatesAsked } from './notice-templates.http.js';
import { allKeys, nameOfKey, variablesOf, type TemplateKey, type Words } from './rules/notice-template.js';
import { shippedWords } from './rules/shipped-templates.js';

/** A template as a school has it. @param own null: the shipped one */
export const viewOf = (
  key: TemplateKey,
  schoolId: SchoolId,
  own: OwnTemplate | null,
): NoticeTemplateView => ({
  name: nameOfKey(key),
  schoolId,
  ...key,
  ...(own === null ? shippedWords(key) : { subject: own.subject, body: own.body }),
  variables: variablesOf(key),
  own: own !== null,
  changedOn: own?.changedOn ?? null,
  version: own?.version ?? 1,
});

/** The templates of a school; there are a few dozen, so they come at once. */
@Injectable()
export class NoticeTemplates {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 400 for a cursor */
  async page(input: TemplatesAsked, schoolId: SchoolId): Promise<Page<NoticeTemplateView>> {
    refuseCursor(input.cursor);
    const own = await ownOf(this.lists, schoolId);
    const items = allKeys
      .filter(({ kind }) => input.kind === undefined || kind === input.kind)
      .filter(({ language }) => input.language === undefined || language === input.language)
      .map((key) => viewOf(key, schoolId, own.get(nameOfKey(key)) ?? null));
    return { items, nextCursor: null };
  }

  async one(key: TemplateKey, schoolId: SchoolId): Promise<NoticeTemplateView> {
    const own = await ownOf(this.lists, schoolId, key);
    return viewOf(key, schoolId, own.get(nameOfKey(key)) ?? null);
  }
}

/** What a notice says at a school today. */
export async function wordsAtSchool(rows: Rows, schoolId: SchoolId, key: TemplateKey): Promise<Words> {
  const own = await ownOf(rows, schoolId, key);
  return own.get(nameOfKey(key)) ?? shippedWords(key);
}

async function ownOf(
  rows: Rows,
  schoolId: SchoolId,
  key?: TemplateKey,
): Promise<ReadonlyMap<string, OwnTemplate>> {
  const conditions: Sql[] = [sql`t.school_id = ${schoolId}`];
  if (key !== undefined)
    conditions.push(
      sql`t.kind = ${key.kind} and t.recipient = ${key.recipient} and t.language = ${key.language}`,
    );
  const found = await rows.rows<OwnTemplate>(
    ...sql`${words(TEMPLATE_VIEW)} where ${allOf(conditions)}`.numbered(),
  );
  return new Map(found.map((own) => [nameOfKey(own), own]));
}
