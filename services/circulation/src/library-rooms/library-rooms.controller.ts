import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, type StreamableFile } from '@nestjs/common'; // prettier-ignore
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Documents, Does, From, IfMatch, Once, pageOrDocument, pathId, ReadsIn, Versioned, type Answer, type DeskRequest, type Language, type Page } from '@shulian/service-kit'; // prettier-ignore
import { AddLibraryRoom } from './add-library-room.use-case.js';
import { AskShelfAccess } from './ask-shelf-access.use-case.js';
import { ChangeLibraryRoom } from './change-library-room.use-case.js';
import { printedLibraryRooms } from './library-rooms.format.js';
import { LibraryRoomAsked, LibraryRoomChange, LibraryRoomsAsked, LibraryRoomsPage, LibraryRoomView, ShelfAccessOfReader, ShelfAccessOfReaderAsked, ShelfAccessOnAsked, ShelfAccessPlanAsked, ShelfAccessView } from './library-rooms.http.js'; // prettier-ignore
import { LibraryRoomsQuery } from './library-rooms.query.js';
import { PlanShelfAccess } from './plan-shelf-access.use-case.js';

@Controller('library-rooms')
export class LibraryRoomsController {
  constructor(
    private readonly rooms: LibraryRoomsQuery,
    private readonly addRoom: AddLibraryRoom,
    private readonly changeRoom: ChangeLibraryRoom,
    private readonly planShelfAccess: PlanShelfAccess,
    private readonly askShelfAccess: AskShelfAccess,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('library-rooms.create')
  @ApiCreatedResponse({ type: LibraryRoomView })
  create(
    @From() caller: Caller,
    @Body() input: LibraryRoomAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.addRoom.execute(caller, input, request);
  }

  @Get()
  @Does('library-rooms.list')
  @ApiOkResponse({ type: LibraryRoomsPage })
  list(
    @From() caller: Caller,
    @Query() input: LibraryRoomsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LibraryRoomView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLibraryRooms, input, language, (page) =>
      this.rooms.list(schoolId, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('library-rooms.read')
  @ApiOkResponse({ type: LibraryRoomView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<LibraryRoomView> {
    return this.rooms.ownRoom(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('library-rooms.change')
  @ApiOkResponse({ type: LibraryRoomView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: LibraryRoomChange,
    @IfMatch() version: number,
  ): Promise<LibraryRoomView> {
    return this.changeRoom.execute(caller, pathId(id), input, version);
  }

  @Get(':id/shelf-access')
  @Does('library-rooms.read-shelf-access')
  @ApiOkResponse({ type: ShelfAccessView })
  shelfAccess(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ShelfAccessOnAsked,
  ): Promise<ShelfAccessView> {
    return this.rooms.shelfAccess(caller, pathId(id), input.on);
  }

  @Put(':id/shelf-access')
  @HttpCode(200)
  @Does('library-rooms.put-shelf-access')
  @ApiOkResponse({ type: ShelfAccessView })
  planAccess(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ShelfAccessPlanAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.planShelfAccess.execute(caller, pathId(id), input, request);
  }

  @Post(':id/shelf-access/search')
  @HttpCode(200)
  @Does('library-rooms.ask-shelf-access')
  @ApiOkResponse({ type: ShelfAccessOfReader })
  ofReader(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ShelfAccessOfReaderAsked,
  ): Promise<ShelfAccessOfReader> {
    return this.askShelfAccess.execute(caller, pathId(id), input);
  }
}
