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
import { ChangeGroup } from './change-group.use-case.js';
import { ChangeMembers } from './change-members.use-case.js';
import { FoundGroup } from './found-group.use-case.js';
import { printedGroups, printedMembers } from './served-groups.format.js';
import {
  GroupAsked,
  GroupChange,
  GroupsAsked,
  MembersAsked,
  MembersPage,
  ServedGroupsPage,
  ServedGroupView,
  type MemberView,
} from './served-groups.http.js';
import { ServedGroupsQuery } from './served-groups.query.js';

@ApiTags('served-groups')
@Controller('served-groups')
export class ServedGroupsController {
  constructor(
    private readonly groups: ServedGroupsQuery,
    private readonly foundGroup: FoundGroup,
    private readonly changeGroup: ChangeGroup,
    private readonly changeMembers: ChangeMembers,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('served-groups.create')
  @ApiCreatedResponse({ type: ServedGroupView })
  create(
    @From() caller: Caller,
    @Body() input: GroupAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.foundGroup.execute(caller, input, request);
  }

  @Get()
  @Does('served-groups.list')
  @ApiOkResponse({ type: ServedGroupsPage })
  list(
    @From() caller: Caller,
    @Query() input: GroupsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ServedGroupView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedGroups, input, language, (page) =>
      this.groups.page(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('served-groups.read')
  @ApiOkResponse({ type: ServedGroupView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ServedGroupView> {
    return this.groups.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('served-groups.change')
  @ApiOkResponse({ type: ServedGroupView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: GroupChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeGroup.execute(caller, pathId(id), version, input, request);
  }

  @Get(':id/members')
  @Does('served-groups.members')
  @ApiOkResponse({ type: MembersPage })
  async members(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MemberView> | StreamableFile> {
    const group = await this.groups.byId(caller, pathId(id));
    const { schoolId } = group;
    return pageOrDocument(
      this.documents,
      printedMembers,
      input,
      language,
      async (page) => {
        const found = await this.groups.members(group, page);
        const items = found.items.map(({ readerId }) => ({ id: readerId, schoolId }));
        await this.logSight.execute(caller, 'served-groups.members', { items });
        return found;
      },
      [group.name],
    );
  }

  @Post(':id/members')
  @HttpCode(200)
  @Does('served-groups.change-members')
  @ApiOkResponse({ type: ServedGroupView })
  setMembers(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: MembersAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeMembers.execute(caller, pathId(id), input, request);
  }
}
