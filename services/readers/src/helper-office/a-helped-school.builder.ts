import { randomUUID } from 'node:crypto';
import { freshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { HelperView } from './helper-office.http.js';

export const TERM = { startsOn: '2026-09-01', endsOn: '2027-01-31' } as const;
type Thing = { readonly id: string };

/** A primary school with a librarian, in which classes get helpers. */
export type HelpedSchool = {
  readonly readers: ReadersForTests;
  readonly id: string;
  readonly termId: string;
  readonly librarian: string;
  readonly head: string;
  /** Who works at another school. */
  readonly stranger: string;
  schoolClass(grade?: number): Promise<string>;
  pupil(classId: string): Promise<string>;
  ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    as?: string,
    version?: number,
  ): Promise<Answered<Body>>;
  /** The pupil is proposed by the class. */
  proposed(classId: string, more?: object): Promise<HelperView>;
  /** The pupil is in office, and trained. */
  trained(classId: string, more?: object): Promise<HelperView>;
  /** Has passed a training that is required. @returns its id */
  passes(...readerIds: string[]): Promise<string>;
  csv(path: string, as?: string): Promise<string[]>;
  stop(): Promise<void>;
};

export async function aHelpedSchool(name: string): Promise<HelpedSchool> {
  const database = await freshDatabase(name);
  const readers = await aReadersService(database.ownerUrl);
  let counted = 0;
  const openSchool = async (): Promise<string> => {
    const body = { code: `S${(counted += 1)}`, name: '桃溪小学', kind: 'primary' };
    return (await readers.done<Thing>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  const id = await openSchool();
  const term = await readers.done<Thing>('POST', `/api/v1/schools/${id}/terms`, readers.admin, {
    name: '秋季学期',
    ...TERM,
  });
  const librarian = await readers.as({ role: 'librarian', schoolId: id });
  const head = await readers.as({ role: 'school-head', schoolId: id });
  const stranger = await readers.as({ role: 'librarian', schoolId: await openSchool() });
  const ask: HelpedSchool['ask'] = (method, path, body, as = librarian, version) =>
    readers.ask(method, `/api/v1${path}`, as, {
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
      },
    });
  const post = async <Body = Thing>(path: string, body: unknown): Promise<Body> =>
    readers.done<Body>('POST', `/api/v1${path}`, librarian, body);
  const pupil = async (classId: string): Promise<string> =>
    (await post('/readers', { schoolId: id, kind: 'student', name: `学生${(counted += 1)}`, classId })).id;
  const passes = async (...readerIds: string[]): Promise<string> => {
    const training = await post('/helper-trainings', {
      name: '上岗培训',
      heldOn: '2026-09-10',
      minutes: 40,
      trainer: '王老师',
      syllabus: ['中图法', '规章制度'],
    });
    await post(`/helper-trainings/${training.id}/step`, { step: 'hold' });
    const items = readerIds.map((readerId) => ({ readerId, present: true, result: 'passed' }));
    const answer = await ask('PUT', `/helper-trainings/${training.id}/attendance`, { items });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return training.id;
  };
  const proposed = async (classId: string, more: object = {}): Promise<HelperView> =>
    post<HelperView>('/class-helpers', {
      classId,
      readerId: await pupil(classId),
      chosenBy: 'election',
      votes: 20,
      ...TERM,
      ...more,
    });
  return {
    readers,
    id,
    termId: term.id,
    librarian,
    head,
    stranger,
    ask,
    pupil,
    passes,
    proposed,
    schoolClass: async (grade = 3) => {
      const place = { section: 'primary', entryYear: 2027 - grade, classNo: (counted += 1) };
      return (await readers.done<Thing>('POST', '/api/v1/classes', readers.admin, { schoolId: id, ...place }))
        .id;
    },
    trained: async (classId, more = {}) => {
      const helper = await proposed(classId, more);
      await passes(helper.readerId);
      return post<HelperView>(`/class-helpers/${helper.id}/decision`, { decision: 'appoint' });
    },
    csv: async (path, as = librarian) => {
      const answer = await fetch(`${readers.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
      });
      return (await answer.text()).replace('\ufeff', '').split('\r\n');
    },
    stop: async () => {
      await readers.stop();
      await database.drop();
    },
  };
}
