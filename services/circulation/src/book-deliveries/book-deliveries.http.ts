import { limits } from '@shulian/contracts/limits';
import { DayOrNone, IdOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { Barcodes } from '../barcodes.http.js';

/** Copies that are carried to somebody at once. */
const MOST_CARRIED = 100;

/** `POST /book-deliveries`: to a reader or a class. */
export class DeliveryAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('the teacher who gets the copies, or answers for the subject group')
  readerId?: string;

  @IdOrNone('the class that gets the copies')
  classId?: string;

  @Text(limits.locationName, 'office, subject group or classroom')
  place!: string;

  @Barcodes('what is carried there', MOST_CARRIED)
  copyBarcodes!: string[];

  @DayOrNone('when it is due; by the lending policy if not said')
  dueOn?: string;

  @TextOrNull(limits.remark)
  note?: string | null;
}
