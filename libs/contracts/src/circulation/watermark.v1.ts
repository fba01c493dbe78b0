import { watermarkOf } from '../envelope/watermark.js';

export const circulationWatermark = watermarkOf('circulation');
