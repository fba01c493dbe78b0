import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { tableAs, zipOf, type TableFormat, type ZipEntry } from '@shulian/documents';
import { Clock, currentTrace, Documents, Problem, type Language, type RequestOfCaller, type Words } from '@shulian/service-kit'; // prettier-ignore
import { FrontDoorSettings, UpstreamsOfCounty } from '../front-door/front-door.settings.js';
import { passedOn } from '../front-door/passed-headers.js';
import type { Answered } from '../front-door/upstream.client.js';
import { clientAddress } from '../limits/client-address.js';
import { PrintNamedLists } from '../named-readers/print-named-lists.js';
import { registersOfPack, type RegisterOfPack } from './registers-of-pack.js';

export type PackAsked = {
  readonly schoolId: string;
  readonly from: string;
  readonly to: string;
  readonly format: TableFormat;
  readonly language: Language;
};
type State = 'printed' | 'refused' | 'away';
type Line = { readonly register: RegisterOfPack; readonly file: string; readonly state: State };

/** A service that is busy is asked again this often, after this long. */
const TRIES = 4;
const PAUSE_MS = 1_500;

const words = {
  name: { zh: '登记表目录', en: 'Contents' },
  letter: { zh: '册', en: 'Register' },
  title: { zh: '名称', en: 'Title' },
  file: { zh: '文件', en: 'File' },
  state: { zh: '情况', en: 'State' },
} as const satisfies Record<string, Words>;
const stateWords: Readonly<Record<State, Words>> = {
  printed: { zh: '已打印', en: 'printed' },
  refused: { zh: '不能查看', en: 'refused' },
  away: { zh: '服务暂不可用，请稍后再打印', en: 'not available now; print again later' },
};

/**
 * The registers of a school in one archive, made while it is read. Each is asked of the service that keeps it, with the token of
 * whoever asks, and gets its names here like any list on paper; nothing is kept.
 */
@Injectable()
export class PackRegisters {
  constructor(
    private readonly upstreams: UpstreamsOfCounty,
    private readonly settings: FrontDoorSettings,
    private readonly printNamedLists: PrintNamedLists,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 503 `service.busy` when as many documents are being made as may be */
  of(request: RequestOfCaller, asked: PackAsked): StreamableFile {
    return this.documents.send({ name: `registers-${asked.from}-${asked.to}` }, () => ({
      mediaType: 'application/zip',
      extension: 'zip',
      body: zipOf(this.entries(request, asked)),
    }));
  }

  /** The registers one after the other, then what became of each: a pack that lacks one says so. */
  private async *entries(request: RequestOfCaller, asked: PackAsked): AsyncGenerator<ZipEntry> {
    const lines: Line[] = [];
    for (const register of registersOfPack) {
      const told = await this.patiently(request, register, asked);
      const state = told === null ? 'away' : told.status === 200 ? 'printed' : 'refused';
      const file = state === 'printed' ? nameOf(register, asked) : '';
      lines.push({ register, file, state });
      if (told === null) continue;
      if (state === 'printed') yield { name: file, body: told.body as AsyncIterable<Uint8Array> };
      else told.body.resume();
    }
    yield { name: `00-${words.name[asked.language]}.csv`, body: this.contents(lines, asked) };
  }

  private async patiently(
    request: RequestOfCaller,
    register: RegisterOfPack,
    asked: PackAsked,
  ): Promise<Answered<Readable> | null> {
    for (let tries = 1; ; tries += 1) {
      try {
        const told = await this.printed(request, register, asked);
        if (told.status !== 503) return told;
        told.body.resume();
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 503) throw error;
      }
      if (tries === TRIES || request.raw.destroyed) return null;
      await pause(PAUSE_MS);
    }
  }

  private async printed(
    request: RequestOfCaller,
    { service, path }: RegisterOfPack,
    { schoolId, from, to, format }: PackAsked,
  ): Promise<Answered<Readable>> {
    const upstream = this.upstreams.all.get(service);
    if (upstream === undefined) throw new Error(`there is no service ${service}`);
    const joined = path.endsWith('?') ? path : `${path}&`;
    const url = `/api/v1/${joined}schoolId=${schoolId}&from=${from}&to=${to}&format=${format}`;
    const lines = this.printNamedLists.pathOfLines({ method: 'GET', url, query: { format } });
    const address = clientAddress(request.raw, this.settings.trustedProxies);
    const headers = passedOn(request.headers, {
      'x-request-id': String(request.id),
      'x-forwarded-for': address,
      traceparent: currentTrace()?.traceparent ?? '',
    });
    const input = { method: 'GET', path: lines ?? url, headers, body: null };
    const told = await upstream.stream(input, request.raw, request.caller?.id ?? address);
    return lines === null ? told : this.printNamedLists.in(request, told, format);
  }

  private contents(lines: readonly Line[], { from, to, language }: PackAsked): AsyncIterable<Uint8Array> {
    return tableAs('csv', {
      title: words.name[language],
      notes: [`${from} – ${to}`],
      columns: [
        { key: 'letter', title: words.letter[language], type: 'text' },
        { key: 'title', title: words.title[language], type: 'text' },
        { key: 'file', title: words.file[language], type: 'text' },
        { key: 'state', title: words.state[language], type: 'text' },
      ],
      rows: lines.map(({ register: { letter, title }, file, state }) => ({
        letter,
        title: title[language],
        file,
        state: stateWords[state][language],
      })),
      language,
      timeZone: this.clock.zone,
    }).body as AsyncIterable<Uint8Array>;
  }
}

const nameOf = ({ letter, title }: RegisterOfPack, { format, language }: PackAsked): string =>
  `${letter}-${title[language]}.${format}`;
