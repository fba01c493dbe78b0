import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { tableAs, zipOf, type TableFormat, type ZipEntry } from '@shulian/documents';
import { Clock, currentTrace, Documents, Problem, type Language, type RequestOfCaller, type Words } from '@shulian/service-kit'; // prettier-ignore
import { FrontDoorSettings, UpstreamsOfCounty } from '../front-door/front-door.settings.js';
import { passedOn } from '../front-door/passed-headers.js';
import type { Answered } from '../front-door/upstream.client.js';
import type { ServiceName } from '../front-door/routing-table.js';
import { clientAddress } from '../limits/client-address.js';
import { PrintNamedLists } from '../named-readers/print-named-lists.js';
import { pagesAsJson } from './pages-as-json.js';
import type { ListOfPack } from './list-of-pack.js';

export type PackAsked = {
  /** What the archive is called as a file. */
  readonly name: string;
  readonly lists: readonly ListOfPack[];
  /** What stands above the contents. */
  readonly notes: readonly string[];
  readonly contents: Words;
  readonly format: TableFormat | 'json';
  readonly language: Language;
};
type State = 'printed' | 'refused' | 'away';
type Line = { readonly list: ListOfPack; readonly file: string; readonly state: State };

/** A service that is busy is asked again this often, after this long. */
const TRIES = 4;
const PAUSE_MS = 1_500;

const words = {
  letter: { zh: '册', en: 'Part' },
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
 * Lists of several services in one archive, made while it is read. Each is asked of the service that keeps it, with the token of
 * whoever asks, and gets its names here like any list on paper; nothing is kept (ADR 0074).
 */
@Injectable()
export class PackLists {
  constructor(
    private readonly upstreams: UpstreamsOfCounty,
    private readonly settings: FrontDoorSettings,
    private readonly printNamedLists: PrintNamedLists,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 503 `service.busy` when as many documents are being made as may be */
  of(request: RequestOfCaller, asked: PackAsked): StreamableFile {
    return this.documents.send({ name: asked.name }, () => ({
      mediaType: 'application/zip',
      extension: 'zip',
      body: zipOf(this.entries(request, asked)),
    }));
  }

  /** The lists one after the other, then what became of each: a pack that lacks one says so. */
  private async *entries(request: RequestOfCaller, asked: PackAsked): AsyncGenerator<ZipEntry> {
    const lines: Line[] = [];
    for (const list of asked.lists) {
      const told = await this.patiently(request, list, asked);
      const state =
        told === null || told.status >= 500 ? 'away' : told.status === 200 ? 'printed' : 'refused';
      const file = state === 'printed' ? nameOf(list, asked) : '';
      lines.push({ list, file, state });
      if (told === null) continue;
      if (state === 'printed') yield { name: file, body: this.bodyOf(request, list, asked, told) };
      else told.body.resume();
    }
    yield { name: `00-${asked.contents[asked.language]}.csv`, body: this.contents(lines, asked) };
  }

  private async patiently(
    request: RequestOfCaller,
    list: ListOfPack,
    asked: PackAsked,
  ): Promise<Answered<Readable> | null> {
    for (let tries = 1; ; tries += 1) {
      try {
        const told = await this.printed(request, list, asked);
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
    list: ListOfPack,
    { format }: PackAsked,
  ): Promise<Answered<Readable>> {
    if (isData(list, format)) return this.ask(request, list.service, urlOf(list));
    const url = urlOf(list, `format=${format}`);
    const lines = this.printNamedLists.pathOfLines({ method: 'GET', url, query: { format } });
    const told = await this.ask(request, list.service, lines ?? url);
    return lines === null ? told : this.printNamedLists.in(request, told, format);
  }

  /** A document as it is; of data, all its pages. */
  private bodyOf(
    request: RequestOfCaller,
    list: ListOfPack,
    { format }: PackAsked,
    told: Answered<Readable>,
  ): AsyncIterable<Uint8Array> {
    if (!isData(list, format) || list.alone === true) return told.body as AsyncIterable<Uint8Array>;
    return pagesAsJson(told.body, (cursor) =>
      this.ask(request, list.service, urlOf(list, `cursor=${encodeURIComponent(cursor)}`)),
    );
  }

  /** With the token of whoever asks. */
  ask(request: RequestOfCaller, service: ServiceName, path: string): Promise<Answered<Readable>> {
    const upstream = this.upstreams.all.get(service);
    if (upstream === undefined) throw new Error(`there is no service ${service}`);
    const address = clientAddress(request.raw, this.settings.trustedProxies);
    const headers = passedOn(request.headers, {
      'x-request-id': String(request.id),
      'x-forwarded-for': address,
      traceparent: currentTrace()?.traceparent ?? '',
    });
    return upstream.stream(
      { method: 'GET', path, headers, body: null },
      request.raw,
      request.caller?.id ?? address,
    );
  }

  private contents(
    lines: readonly Line[],
    { contents, notes, language }: PackAsked,
  ): AsyncIterable<Uint8Array> {
    return tableAs('csv', {
      title: contents[language],
      notes,
      columns: [
        { key: 'letter', title: words.letter[language], type: 'text' },
        { key: 'title', title: words.title[language], type: 'text' },
        { key: 'file', title: words.file[language], type: 'text' },
        { key: 'state', title: words.state[language], type: 'text' },
      ],
      rows: lines.map(({ list: { letter, title }, file, state }) => ({
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

/** Asked for as data, or no list to print. */
const isData = ({ unprinted }: ListOfPack, format: PackAsked['format']): format is 'json' =>
  format === 'json' || unprinted === true;

const urlOf = ({ path }: ListOfPack, more?: string): string => {
  if (more === undefined) return `/api/v1/${path}`;
  return `/api/v1/${path}${path.includes('?') ? '&' : '?'}${more}`;
};

const nameOf = (list: ListOfPack, { format, language }: PackAsked): string =>
  `${list.letter}-${list.title[language]}.${isData(list, format) ? 'json' : format}`;
