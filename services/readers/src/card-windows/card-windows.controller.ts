import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { AcknowledgeNotice } from './acknowledge-notice.use-case.js';
import { printedNewcomers, printedWindowClasses } from './card-windows.format.js';
import {
  AcknowledgementAsked,
  ConfirmationAsked,
  NewcomersAsked,
  NewcomersPage,
  WindowAsked,
  WindowChange,
  WindowClass,
  WindowClassesPage,
  WindowIssueAsked,
  WindowIssued,
  WindowsAsked,
  WindowsPage,
  WindowView,
  type Newcomer,
} from './card-windows.http.js';
import { CardWindowsQuery } from './card-windows.query.js';
import { ChangeCardWindow } from './change-card-window.use-case.js';
import { ConfirmClassList } from './confirm-class-list.use-case.js';
import { IssueToNewcomers } from './issue-to-newcomers.use-case.js';
import { OpenCardWindow } from './open-card-window.use-case.js';

@ApiTags('card-windows')
@Controller('card-windows')
export class CardWindowsController {
  constructor(
    private readonly windows: CardWindowsQuery,
    private readonly openWindow: OpenCardWindow,
    private readonly changeWindow: ChangeCardWindow,
    private readonly acknowledgeNotice: AcknowledgeNotice,
    private readonly confirmList: ConfirmClassList,
    private readonly issueToNewcomers: IssueToNewcomers,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('card-windows.create')
  @ApiCreatedResponse({ type: WindowView })
  create(
    @From() caller: Caller,
    @Body() input: WindowAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.openWindow.execute(caller, input, request);
  }

  @Get()
  @Does('card-windows.list')
  @ApiOkResponse({ type: WindowsPage })
  list(@From() caller: Caller, @Query() input: WindowsAsked): Promise<Page<WindowView>> {
    return this.windows.page(input, caller.schoolFor(input.schoolId));
  }

  @Get(':id')
  @Versioned()
  @Does('card-windows.read')
  @ApiOkResponse({ type: WindowView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<WindowView> {
    return this.windows.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('card-windows.change')
  @ApiOkResponse({ type: WindowView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: WindowChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeWindow.execute(caller, pathId(id), version, input, request);
  }

  @Get(':id/classes')
  @Does('card-windows.classes')
  @ApiOkResponse({ type: WindowClassesPage })
  async classes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<WindowClass> | StreamableFile> {
    const window = await this.windows.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedWindowClasses,
      input,
      language,
      (page) => this.windows.classes(caller, window, page),
      notesOf(window),
    );
  }

  @Post(':id/acknowledgements')
  @HttpCode(200)
  @Does('card-windows.acknowledge')
  @ApiOkResponse({ type: WindowClass })
  acknowledge(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AcknowledgementAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.acknowledgeNotice.execute(caller, pathId(id), input.classId, request);
  }

  @Post(':id/confirmations')
  @HttpCode(200)
  @Does('card-windows.confirm')
  @ApiOkResponse({ type: WindowClass })
  confirm(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ConfirmationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.confirmList.execute(caller, pathId(id), input, request);
  }

  @Get(':id/newcomers')
  @Does('card-windows.newcomers')
  @ApiOkResponse({ type: NewcomersPage })
  async newcomers(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: NewcomersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<Newcomer> | StreamableFile> {
    const window = await this.windows.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedNewcomers,
      input,
      language,
      async (page) => {
        const found = await this.windows.newcomers(window, page);
        const seen = found.items.map(({ readerId }) => ({ id: readerId, schoolId: window.schoolId }));
        await this.logSight.execute(caller, 'card-windows.newcomers', { items: seen });
        return found;
      },
      notesOf(window),
    );
  }

  @Post(':id/issues')
  @HttpCode(200)
  @Does('card-windows.issue')
  @ApiOkResponse({ type: WindowIssued })
  issue(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: WindowIssueAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.issueToNewcomers.execute(caller, pathId(id), input, request);
  }
}

const notesOf = ({ opensOn, closesOn, note }: WindowView): string[] => [
  `${opensOn} – ${closesOn}`,
  ...(note === null ? [] : [note]),
];
