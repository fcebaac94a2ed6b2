/** One drawing to be made a picture; what the drawing program complains of goes to standard error. */
export interface PictureRequest {
  readonly svg: string;
  readonly width: number;
  readonly fontFiles: readonly string[];
  readonly defaultFontFamily: string;
}

/** Ends what was said of one drawing on standard error, which native code writes to directly. */
export const endOfComplaints = '\u0004\n';
