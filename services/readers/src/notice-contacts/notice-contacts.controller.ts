import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
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
import { ChangeContact } from './change-contact.use-case.js';
import { EnterContact } from './enter-contact.use-case.js';
import { printedContacts } from './notice-contacts.format.js';
import {
  ContactAsked,
  ContactChange,
  ContactsAsked,
  NoticeContactsPage,
  NoticeContactView,
} from './notice-contacts.http.js';
import { NoticeContacts } from './notice-contacts.query.js';
import { WithdrawContact } from './withdraw-contact.use-case.js';

/** The readers that contacts tell of, each once. */
const readersOf = (contacts: readonly NoticeContactView[]): { id: string; schoolId: string }[] => [
  ...new Map(
    contacts.flatMap(({ readerId, schoolId }) =>
      readerId === null ? [] : [[readerId, { id: readerId, schoolId }] as const],
    ),
  ).values(),
];

@ApiTags('notice-contacts')
@Controller('notice-contacts')
export class NoticeContactsController {
  constructor(
    private readonly contacts: NoticeContacts,
    private readonly enterContact: EnterContact,
    private readonly changeContact: ChangeContact,
    private readonly withdrawContact: WithdrawContact,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('notice-contacts.create')
  @ApiCreatedResponse({ type: NoticeContactView })
  create(
    @From() caller: Caller,
    @Body() input: ContactAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterContact.execute(caller, input, request);
  }

  @Get()
  @Does('notice-contacts.list')
  @ApiOkResponse({ type: NoticeContactsPage })
  list(
    @From() caller: Caller,
    @Query() input: ContactsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NoticeContactView> | StreamableFile> {
    return pageOrDocument(this.documents, printedContacts, input, language, async (page) => {
      const found = await this.contacts.page(caller, page);
      await this.logSight.execute(caller, 'notice-contacts.list', { items: readersOf(found.items) });
      return found;
    });
  }

  @Get(':id')
  @Versioned()
  @Does('notice-contacts.read')
  @ApiOkResponse({ type: NoticeContactView })
  async read(@From() caller: Caller, @Param('id') id: string): Promise<NoticeContactView> {
    const contact = await this.contacts.byId(caller, pathId(id));
    await this.logSight.execute(caller, 'notice-contacts.read', { items: readersOf([contact]) });
    return contact;
  }

  @Patch(':id')
  @Versioned()
  @Does('notice-contacts.change')
  @ApiOkResponse({ type: NoticeContactView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ContactChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeContact.execute(caller, pathId(id), version, input, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('notice-contacts.withdraw')
  @ApiNoContentResponse()
  withdraw(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.withdrawContact.execute(caller, pathId(id));
  }
}
