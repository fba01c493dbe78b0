import { LibraryRoomChangedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { LibraryRoom } from './rules/library-room.js';

export const libraryRoomChanged = (room: LibraryRoom): Announcement =>
  LibraryRoomChangedV1.announce(
    {
      roomId: room.id,
      schoolId: room.schoolId,
      name: room.name,
      purposes: [...room.purposes],
      place: room.place,
      campus: room.campus,
      department: room.department,
      seats: room.seats,
      retiredOn: room.retiredOn,
    },
    room.version,
  );
