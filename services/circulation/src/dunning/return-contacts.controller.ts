import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedContacts } from './dunning.format.js';
import { ContactAsked, ContactsAsked, ContactsPage, ContactView } from './dunning.http.js';
import { DunningQuery } from './dunning.query.js';
import { NoteContact } from './note-contact.use-case.js';
import { RemoveContact } from './remove-contact.use-case.js';

@Controller('return-contacts')
export class ReturnContactsController {
  constructor(
    private readonly dunning: DunningQuery,
    private readonly noteContact: NoteContact,
    private readonly removeContact: RemoveContact,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('return-contacts.create')
  @ApiCreatedResponse({ type: ContactView })
  create(
    @From() caller: Caller,
    @Body() input: ContactAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.noteContact.execute(caller, input, request);
  }

  @Get()
  @Does('return-contacts.list')
  @ApiOkResponse({ type: ContactsPage })
  list(
    @From() caller: Caller,
    @Query() input: ContactsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ContactView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedContacts, input, language, (page) =>
      this.dunning.contacts(caller, page, schoolId),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('return-contacts.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeContact.execute(caller, pathId(id));
  }
}
